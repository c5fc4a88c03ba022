import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { explainRefusal, ScriptError } from '../script-error';
import type { Account } from './account';
import { CLEAN_ENV, executable } from './native-folder';

/** A Postgres data directory and the password of its one role. */
export type Cluster = { data: string; password: string };

export const ROLE = 'keydesk';
const MAJOR = '17';

/**
 * Opens the cluster in `folder`, making it on first use: `folder/cluster` and `folder/password` (mode 0600).
 * A creation that was cut short leaves only `cluster.new`, which the next one sweeps away.
 */
export async function openCluster(folder: string, native: string, account?: Account): Promise<Cluster> {
  const data = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  try {
    await mkdir(folder, { recursive: true });
    if (account) await chown(folder, account.uid, account.gid);
    const files = await readdir(data).catch(ignoreMissing);
    if (files) return { data, password: await checkCluster(data, passwordFile) };
    const password = randomBytes(24).toString('base64url');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) await chown(passwordFile, account.uid, account.gid);
    await createCluster(data, passwordFile, native, account);
    return { data, password };
  } catch (error) {
    throw explainRefusal(error, folder);
  }
}

async function checkCluster(data: string, passwordFile: string): Promise<string> {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(ignoreMissing))?.trim();
  if (version === undefined) throw brokenFolder(data, 'it has no PG_VERSION file');
  if (version !== MAJOR) throw brokenFolder(data, `it was made by Postgres ${version}, and this is ${MAJOR}`);
  const password = await readFile(passwordFile, 'utf8').catch(ignoreMissing);
  if (!password) throw brokenFolder(data, `its password file ${passwordFile} is gone`);
  return password;
}

/** The sentence for a data directory that Postgres cannot use. */
export function brokenFolder(data: string, reason: string): ScriptError {
  return new ScriptError(
    `The Postgres folder ${data} cannot be used: ${reason}. ` +
      'Restore it, or move it away to start with an empty database.',
  );
}

async function createCluster(data: string, passwordFile: string, native: string, account?: Account) {
  const fresh = `${data}.new`;
  await rm(fresh, { recursive: true, force: true });
  const flags = [
    `--pgdata=${fresh}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  const { uid, gid } = account ?? {};
  await promisify(execFile)(join(native, 'bin', executable('initdb')), flags, {
    uid,
    gid,
    cwd: '/',
    env: CLEAN_ENV,
  }).catch((error: { stderr?: string; message: string }) => {
    throw new ScriptError(
      `Postgres could not make its folder ${data}: ${(error.stderr || error.message).trim()}`,
    );
  });
  await rename(fresh, data);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
