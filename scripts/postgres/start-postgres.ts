import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../free-port';
import { ScriptError } from '../script-error';
import { findBarrier, findPostgresAccount } from './account';
import { brokenFolder, openCluster, ROLE } from './cluster';
import { CLEAN_ENV, executable, prepareNativeFolder, SHARED_FOLDER } from './native-folder';
import { clearLeftover, isReady } from './postmaster';

export type PostgresOptions = {
  /** Where the data lives; made on first use. Root may be moved elsewhere: see `folder` of the result. */
  folder: string;
  /** On loopback; a random free one by default. */
  port?: number;
  /** Server parameters, for instance `{ fsync: 'off' }` for a throw-away database. */
  parameters?: Record<string, string>;
};

export type PostgresServer = {
  folder: string;
  port: number;
  pid: number;
  /** The connection string of a database on this server. Holds the password. */
  url: (database: string) => string;
  stop: () => Promise<void>;
  /** Resolves when the server ends, for whatever reason. */
  exited: Promise<void>;
};

/**
 * Starts the embedded Postgres on loopback and waits until it takes connections.
 * A server that an earlier, killed run left on the same folder is stopped first.
 * @throws ScriptError with a sentence for a taken port, a missing permission or a broken folder
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = findPostgresAccount();
  const wanted = resolve(options.folder);
  const folder = account && findBarrier(wanted, account) ? reachableFolder(wanted) : wanted;
  const native = await prepareNativeFolder(account);
  const { data, password } = await openCluster(folder, native, account);
  await clearLeftover(data);
  const port = options.port ?? (await findFreePort());
  const parameters = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ...options.parameters,
  };
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(folder, 'server.log');
  const output = openSync(log, 'w', 0o600);
  const child = spawn(join(native, 'bin', executable('postgres')), ['-D', data, ...flags], {
    stdio: ['ignore', output, output],
    env: CLEAN_ENV,
    cwd: '/',
    // Its own group: Ctrl-C in the terminal must reach Postgres last, through `stop`.
    detached: true,
    uid: account?.uid,
    gid: account?.gid,
  });
  closeSync(output);
  const exited = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  await waitUntilReady(child, data, log, port);
  return {
    folder,
    port,
    pid: child.pid as number,
    url: (database) => `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    },
    exited,
  };
}

/** As root in a closed checkout (a home folder, say), the data goes where Postgres's account can reach it. */
function reachableFolder(folder: string): string {
  return join(SHARED_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 12));
}

async function waitUntilReady(child: ChildProcess, data: string, log: string, port: number): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (child.pid !== undefined && (await isReady(data, child.pid))) return;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      throw await explainExit(data, log, port);
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new ScriptError(`Postgres did not become ready within a minute. Its log: ${log}`);
}

async function explainExit(data: string, log: string, port: number): Promise<ScriptError> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  if (lines.some((line) => /could not bind .* in use/i.test(line))) {
    return new ScriptError(`Port ${port} for Postgres is taken by another program. Choose another one.`);
  }
  const verdict =
    lines.find((line) => /FATAL|PANIC|^postgres: /.test(line)) ?? lines.at(-1) ?? 'no reason given';
  const words = verdict.replace(/^.*?(FATAL|PANIC|postgres):\s*/, '');
  return brokenFolder(data, `Postgres stopped with "${words}"`);
}
