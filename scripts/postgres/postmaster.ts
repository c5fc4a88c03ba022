import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findCommand } from '../process-identity';
import { ScriptError } from '../script-error';

const STATUS_LINE = 7;

/** True when the server with this process id has written in its pid file that it takes connections. */
export async function isReady(data: string, pid: number): Promise<boolean> {
  const lines = await readPidFile(data);
  return Number(lines[0]) === pid && lines[STATUS_LINE]?.trim() === 'ready';
}

/**
 * Clears what an earlier run left in the data directory: a server that outlived its starter is stopped,
 * a pid file whose number now belongs to another program is removed.
 */
export async function clearLeftover(data: string): Promise<void> {
  const pid = Number((await readPidFile(data))[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const command = findCommand(pid);
  if (command === undefined) return;
  if (!command.includes(data)) return rm(join(data, 'postmaster.pid'), { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (findCommand(pid) === undefined) return;
    await sleep(50);
  }
  throw new ScriptError(
    `A Postgres left by an earlier run (process ${pid}) does not stop. End it, then try again.`,
  );
}

async function readPidFile(data: string): Promise<string[]> {
  return (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
}
