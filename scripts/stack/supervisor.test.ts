import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findCommand } from '../process-identity';
import { startChild } from './start-child';
import { createSupervisor } from './supervisor';

let logFolder: string;

beforeEach(async () => {
  logFolder = await mkdtemp(join(tmpdir(), 'keydesk-logs-'));
});

afterEach(() => rm(logFolder, { recursive: true, force: true }));

const child = (name: string, code: string, onLine?: (line: string) => void) =>
  startChild({ name, flags: ['--eval', code], logFolder, onLine });

const server = (name: string, order: string[]) =>
  child(
    name,
    `process.on('SIGTERM', () => { console.log('${name}'); process.exit(); }); setInterval(() => {}, 1e3)`,
    (line) => order.push(line),
  );

describe('a stack of children', () => {
  it('stops them in reverse order, each before the next is asked', async () => {
    const supervisor = createSupervisor();
    const order: string[] = [];
    for (const name of ['first', 'second', 'third']) supervisor.add(server(name, order));
    await sleep(400);
    await supervisor.stop();
    await sleep(50);
    expect(order).toEqual(['third', 'second', 'first']);
  });

  it('names the child that dies, how, and its last words', async () => {
    const supervisor = createSupervisor();
    const order: string[] = [];
    supervisor.add(server('other', order));
    supervisor.add(child('The emulator', `console.error('the disk is gone'); process.exit(3)`));
    await expect(supervisor.failure).rejects.toThrow(
      /^The emulator ended unexpectedly: exit code 3\. The end of .*the-emulator\.log:\n {2}the disk is gone$/,
    );
    await supervisor.stop();
  });

  it('does not take a stop for a death', async () => {
    const supervisor = createSupervisor();
    supervisor.add(server('first', []));
    await sleep(300);
    await supervisor.stop();
    const outcome = await Promise.race([supervisor.failure.catch(() => 'died'), sleep(100, 'quiet')]);
    expect(outcome).toBe('quiet');
  });

  it('stops a part that is added while everything stops', async () => {
    const supervisor = createSupervisor();
    await supervisor.stop();
    const late = server('late', []);
    supervisor.add(late);
    await expect(late.exited).resolves.toContain('SIGTERM');
  });

  it('ends its children when it is killed itself', async () => {
    const program = `
      import { startChild } from '${import.meta.dirname}/start-child.ts';
      startChild({ name: 'orphan', flags: ['--eval', 'console.log(process.pid); setInterval(() => {}, 1e3)'],
        logFolder: '${logFolder}', onLine: (line) => console.log(line) });`;
    const flags = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const parent = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = await once(parent.stdout, 'data');
    const orphan = Number(String(line));
    expect(findCommand(orphan)).toContain('setInterval');
    parent.kill('SIGKILL');
    await expect.poll(() => findCommand(orphan)).toBeUndefined();
  });
});
