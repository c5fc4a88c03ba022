import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { explainRefusal, ScriptError } from '../script-error';

const SOURCES = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma'];
const ROOT_FILES = [
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
];
const ROOT_MODULES = [
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'worker-handlers.ts',
  'activity-listeners.ts',
];
const NOT_BUILT = /\.test\.tsx?$/;

const BUILD_WITHIN_MS = 10 * 60_000;

const distFolder = process.env.NEXT_DIST_DIR || '.next';
const stampFile = join(distFolder, 'keydesk-sources');

export type BuildOptions = { signal?: AbortSignal; onStep: (words: string) => void };

/** Builds the console for production, unless the sources are those of the last build. */
export async function buildConsole({ signal, onStep }: BuildOptions): Promise<void> {
  const started = Date.now();
  const stamp = await hashSources();
  const last = await readFile(stampFile, 'utf8').catch(() => '');
  const complete = await readFile(join(distFolder, 'BUILD_ID'), 'utf8').catch(() => '');
  if (complete && last === stamp) return onStep('The console is built already');
  onStep('Building the console');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    KEYDESK_SKIP_TYPES: '1',
  };
  await promisify(execFile)(process.execPath, [next, 'build'], {
    env,
    signal,
    timeout: BUILD_WITHIN_MS,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout: string; stderr: string }) => {
    throw new ScriptError(`The console could not be built.\n${error.stdout}\n${error.stderr}`);
  });
  await writeFile(stampFile, stamp).catch((error) => {
    throw explainRefusal(error, distFolder);
  });
  onStep(`The console is built (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

async function hashSources(): Promise<string> {
  const files = (await Promise.all([...SOURCES, ...ROOT_FILES, ...ROOT_MODULES].map(listFiles)))
    .flat()
    .sort();
  const hash = createHash('sha256').update(process.version);
  for (const file of files.filter((name) => !NOT_BUILT.test(name))) {
    hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** The file itself, or all files below a folder; nothing for a path that does not exist. */
async function listFiles(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw explainRefusal(error, path);
  }
}
