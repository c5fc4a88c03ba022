import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { clearLeftover } from '../postgres/postmaster';
import { findStartTime } from '../process-identity';
import { explainRefusal, ScriptError } from '../script-error';

const CLAIM = 'claim.json';

const claim = z.object({ pid: z.number().int(), startTime: z.string() });

/**
 * Makes this process the only one that works on a data folder, creating the folder on first use.
 * A claim left by a process that was killed does not count.
 * @returns gives the folder up
 * @throws ScriptError when another Keydesk runs on it, or it may not be written
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, CLAIM);
  const holder = await readHolder(file);
  if (holder && holder !== process.pid) {
    throw new ScriptError(
      `Keydesk already runs on ${resolve(folder)} (process ${holder}). Stop it first, or set KEYDESK_DATA to another folder.`,
    );
  }
  try {
    await mkdir(folder, { recursive: true });
    const own = { pid: process.pid, startTime: findStartTime(process.pid) ?? '' };
    await writeFile(file, JSON.stringify(own));
  } catch (error) {
    throw explainRefusal(error, resolve(folder));
  }
  return () => rm(file, { force: true });
}

/** Empties a claimed folder of everything but the claim, once the Postgres of a killed run has stopped. */
export async function emptyFolder(folder: string): Promise<void> {
  await clearLeftover(resolve(folder, 'postgres', 'cluster'));
  const names = (await readdir(folder)).filter((name) => name !== CLAIM);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true })));
}

async function readHolder(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { pid, startTime } = claim.parse(JSON.parse(text));
    return findStartTime(pid) === startTime ? pid : undefined;
  } catch {
    return undefined;
  }
}
