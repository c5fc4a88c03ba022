import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ScriptError } from '../script-error';

/** The account that Postgres runs as when we are root. */
export type Account = { name: string; uid: number; gid: number };

const CANDIDATES = ['nobody', 'postgres', 'daemon'];

/**
 * Postgres refuses to run as root, so root hands it to an account without rights.
 * @returns undefined when we are not root and Postgres can run as ourselves
 */
export function findPostgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'));
  for (const candidate of CANDIDATES) {
    const row = rows.find(([name]) => name === candidate);
    if (row) return { name: candidate, uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new ScriptError(
    `Postgres does not run as root, and /etc/passwd has none of ${CANDIDATES.join(', ')} to run it as. ` +
      'Start Keydesk as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
  );
}

/**
 * The first folder on the way to `path`, or `path` itself, that the account may not enter.
 * Folders that do not exist yet are left out: they will be made with the right owner.
 */
export function findBarrier(path: string, account: Account): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : findBarrier(parent, account);
  if (above) return above;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  return stat.mode & bit ? undefined : path;
}
