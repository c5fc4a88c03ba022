import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackArchive } from './archive';
import type { createSearch, Hit } from './search';

type Search = ReturnType<typeof createSearch>;

/**
 * Looks through a file, or through a folder and all below it, archives opened; file names count as well.
 * A path that does not exist is an error: a search of nothing finds nothing.
 */
export async function searchPath(path: string, search: Search): Promise<Hit[]> {
  const status = await lstat(path);
  if (status.isDirectory()) {
    const hits = search(Buffer.from(path), `the name of ${path}`);
    for (const name of await readdir(path)) {
      // A live data directory drops files while it is read.
      hits.push(...(await searchPath(join(path, name), search).catch(ignoreMissing)));
    }
    return hits;
  }
  return status.isFile() ? searchFile(path, search) : [];
}

async function searchFile(path: string, search: Search): Promise<Hit[]> {
  const bytes = await readFile(path);
  const parts = unpackArchive(bytes) ?? [];
  return [
    ...search(Buffer.from(path), `the name of ${path}`),
    ...search(bytes, path),
    ...parts.flatMap((part) => search(part, `${path} (unpacked)`)),
  ];
}

function ignoreMissing(error: NodeJS.ErrnoException): Hit[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
