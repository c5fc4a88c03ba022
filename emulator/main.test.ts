import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

type Run = {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  exited: Promise<number | null>;
};

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function run(...args: string[]): Run {
  const command = ['--import', 'tsx', 'emulator/main.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, stdout: () => stdout, stderr: () => stderr, exited };
}

async function firstLine({ child, stdout, stderr }: Run) {
  while (!stdout().includes('\n')) {
    if (child.exitCode !== null) throw new Error(stderr());
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return JSON.parse(stdout());
}

describe('the command', () => {
  it('prints one line when it is ready, serves, and saves when it is told to stop', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
    const snapshot = join(folder, 'snapshot.json');
    const emulator = run('--port', '0', '--snapshot', snapshot, '--name', 'development');
    const ready = await firstLine(emulator);
    expect(ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      clientId: expect.stringMatching(/^skc_/),
      clientSecret: expect.stringMatching(/^test_/),
      staff: { clientId: expect.any(String), clientSecret: expect.any(String) },
      smtp: { host: '127.0.0.1', port: expect.any(Number) },
      people: expect.arrayContaining([expect.objectContaining({ email: expect.any(String), role: 'admin' })]),
    });
    const state = await (await fetch(`${ready.url}/__emulator/state`)).json();
    expect(state).toMatchObject({ environment: { name: 'development' }, rows: { organizations: 12 } });
    emulator.child.kill('SIGTERM');
    expect(await emulator.exited).toBe(0);
    expect(readFileSync(snapshot, 'utf8')).toContain(ready.clientId);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['--port', ['--scenario', 'empty']],
    ['--smtp-port', ['--port', '0', '--scenario', 'empty']],
  ])('says so in a sentence when its %s is taken', async (option, others) => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const emulator = run(...others, option, String(port));
    expect(await emulator.exited).toBe(1);
    expect(emulator.stderr()).toBe(`Port ${port} is taken. Choose another with ${option}.\n`);
    expect(emulator.stdout()).toBe('');
    server.close();
  });

  it.each([
    [['--scenario', 'huge'], '--scenario takes demo, empty or large'],
    [['--port', 'many'], '--port takes a number'],
    [['--redirect-uri', 'nowhere'], '--redirect-uri takes a URL'],
    [['--webhook', 'http://127.0.0.1:1/'], '--webhook takes URL=SECRET'],
    [
      ['--port', '0', '--webhook', 'https://hooks.example/=whsec_YWJj'],
      'The emulator delivers to loopback addresses only.',
    ],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [
      ['--port', '0', '--scenario', 'empty', '--snapshot', '/nowhere/at/all.json'],
      'The snapshot cannot be written',
    ],
  ])('refuses %j', async (args, sentence) => {
    const emulator = run(...args);
    expect(await emulator.exited).toBe(1);
    expect(emulator.stderr()).toContain(sentence);
    expect(emulator.stderr()).not.toContain('    at ');
  });
});
