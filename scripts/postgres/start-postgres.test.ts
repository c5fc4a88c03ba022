import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findCommand } from '../process-identity';
import { findBarrier } from './account';
import { openCluster } from './cluster';
import { type PostgresServer, startPostgres } from './start-postgres';

const isRoot = process.getuid?.() === 0;
let home: string;
let folder: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'keydesk-postgres-'));
  await chmod(home, 0o755);
  folder = join(home, 'postgres');
});

afterEach(() => rm(home, { recursive: true, force: true }));

async function start(): Promise<PostgresServer> {
  const server = await startPostgres({ folder });
  onTestFinished(() => server.stop());
  return server;
}

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  client.on('error', () => {});
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Starts Postgres in another process, as the demo does, so that it can be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; answer: Promise<string> }> {
  const program = `
    import { startPostgres } from '${import.meta.dirname}/start-postgres.ts';
    startPostgres({ folder: process.argv[1] }).then((server) => console.log(server.url('postgres')));
    setInterval(() => {}, 1000);`;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', program, folder];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, answer: once(child.stdout, 'data').then(([line]) => String(line).trim()) };
}

describe('startPostgres', () => {
  it('makes a database that listens on loopback only, and keeps its data over a restart', async () => {
    const first = await startPostgres({ folder });
    await query(first.url('postgres'), 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1)');
    const rows = await query(first.url('postgres'), 'SHOW listen_addresses');
    await first.stop();
    await expect(query(first.url('postgres'), 'SELECT 1')).rejects.toThrow('ECONNREFUSED');

    const second = await start();
    expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('asks for the password, which only its owner may read', async () => {
    const server = await start();
    const withoutPassword = server.url('postgres').replace(/:[^:@/]+@/, ':wrong@');
    await expect(query(withoutPassword, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('recovers what was committed when the server is killed', async () => {
    const first = await startPostgres({ folder });
    await query(first.url('postgres'), 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (2)');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;

    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 2 }]);
  });

  it('takes over from a server whose starter was killed', async () => {
    const { child, answer } = await startElsewhere();
    const orphanUrl = await answer;
    await query(orphanUrl, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (3)');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const orphan = Number((await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
    expect(findCommand(orphan)).toContain(folder);

    const second = await start();
    expect(findCommand(orphan)).toBeUndefined();
    expect(await query(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 3 }]);
  });

  it('is not misled by a pid file whose number belongs to another program now', async () => {
    const first = await startPostgres({ folder });
    const pidFile = join(folder, 'cluster/postmaster.pid');
    const content = await readFile(pidFile, 'utf8');
    await first.stop();
    const other = spawn('sleep', ['60'], { uid: isRoot ? 65534 : undefined });
    onTestFinished(() => void other.kill());
    await writeFile(pidFile, content.replace(/^\d+/, String(other.pid)));

    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(findCommand(other.pid as number)).toContain('sleep');
  });

  it('starts over when an earlier creation was cut short', async () => {
    await mkdir(join(folder, 'cluster.new/base'), { recursive: true });
    await expect(query((await start()).url('postgres'), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('names a taken port', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    onTestFinished(() => void squatter.close());
    const { port } = squatter.address() as { port: number };
    await expect(startPostgres({ folder, port })).rejects.toThrow(`Port ${port} for Postgres is taken`);
  });

  it.each([
    ['no version file', 'PG_VERSION', undefined, 'it has no PG_VERSION file'],
    ['another version', 'PG_VERSION', '13\n', 'it was made by Postgres 13'],
    [
      'no control file',
      'global/pg_control',
      undefined,
      'Postgres stopped with "could not find the database system"',
    ],
    ['a damaged setting', 'postgresql.conf', 'nonsense', 'Postgres stopped with "'],
  ])('says what is wrong with a folder with %s', async (_name, file, content, reason) => {
    await (await startPostgres({ folder })).stop();
    const path = join(folder, 'cluster', file);
    await (content === undefined ? rm(path) : writeFile(path, content));
    await expect(startPostgres({ folder })).rejects.toThrow(
      `The Postgres folder ${join(folder, 'cluster')} cannot be used: ${reason}`,
    );
  });

  it('says which folder it may not write to', async () => {
    await chmod(home, 0o555);
    // Root may write anywhere, so it stands down while it tries.
    if (isRoot) process.seteuid?.(65534);
    const attempt = await openCluster(folder, 'native-folder-is-not-reached')
      .catch((error: Error) => error.message)
      .finally(() => isRoot && process.seteuid?.(0));
    expect(attempt).toBe(
      `Keydesk may not write to ${folder} (EACCES). Give the folder to the user who runs this.`,
    );
  });

  it.runIf(isRoot)('keeps the data elsewhere when root works in a folder closed to others', async () => {
    await chmod(home, 0o700);
    const server = await startPostgres({ folder });
    const rows = await query(server.url('postgres'), 'SELECT 1 AS one').finally(server.stop);
    await rm(server.folder, { recursive: true });
    expect(server.folder).toMatch(/^\/var\/lib\/keydesk\/[0-9a-f]{12}$/);
    expect(rows).toEqual([{ one: 1 }]);
  });
});

describe('findBarrier', () => {
  it('finds the first folder that an account may not enter', async () => {
    const closed = join(home, 'closed');
    await mkdir(join(closed, 'inner'), { recursive: true });
    const stranger = { name: 'stranger', uid: 54321, gid: 54321 };
    expect(findBarrier(join(closed, 'inner'), stranger)).toBeUndefined();
    await chmod(closed, 0o700);
    expect(findBarrier(join(closed, 'inner'), stranger)).toBe(closed);
    await promisify(execFile)('chmod', ['711', closed]);
    expect(findBarrier(join(closed, 'inner', 'not-made-yet'), stranger)).toBeUndefined();
  });
});
