import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withDatabase } from '../fixtures/database';
import { ScalekitApi } from '../fixtures/scalekit-api';
import type { E2eStack } from '../setup/stack';
import { flushDataDirectory, searchTables } from './database';
import { searchPath } from './folder';
import type { createSearch, Hit } from './search';

type Search = ReturnType<typeof createSearch>;

/** Somewhere a secret could have been left. */
export type Place = {
  name: string;
  search: (search: Search) => Promise<Hit[]>;
  /** Leaves a value there as the running system would, or as close to it as can be. @returns takes it away again */
  plant: (value: string) => Promise<() => Promise<void>>;
};

/** Everywhere that a run of Keydesk writes to; `outputFolder` is Playwright's. */
export function listPlaces(stack: E2eStack, outputFolder: string): Place[] {
  const { dataFolder } = stack;
  return [
    {
      name: 'rows of the database',
      search: (search) => searchTables(stack.databaseUrl, search),
      plant: (value) => plantRow(stack, value),
    },
    postgresFiles('tables of Postgres on disk', stack, 'base'),
    postgresFiles('write-ahead log', stack, 'pg_wal'),
    folderPlace('logs of console, emulators and Postgres', join(dataFolder, 'logs')),
    {
      name: 'snapshots of the emulators',
      search: async (search) =>
        (await Promise.all((await listSnapshots(stack)).map((file) => searchPath(file, search)))).flat(),
      plant: (value) => plantOrganization(stack, value),
    },
    folderPlace('everything else in the data folder', dataFolder),
    folderPlace('build of the console, with its caches', process.env.NEXT_DIST_DIR || '.next'),
    folderPlace('traces, pictures and notes of the tests', outputFolder),
  ];
}

function folderPlace(name: string, folder: string): Place {
  return {
    name,
    search: (search) => searchPath(folder, search),
    plant: async (value) => {
      const file = join(folder, 'canary.txt');
      await writeFile(file, `before ${value} after`);
      return () => rm(file);
    },
  };
}

/** A part of Postgres's data directory; the server writes what it still holds in memory first. */
function postgresFiles(name: string, stack: E2eStack, part: string): Place {
  return {
    name,
    search: async (search) => searchPath(join(await flushDataDirectory(stack.databaseUrl), part), search),
    plant: (value) => plantRow(stack, value),
  };
}

async function plantRow({ databaseUrl }: E2eStack, value: string): Promise<() => Promise<void>> {
  await withDatabase(databaseUrl, async (client) => {
    await client.query('CREATE TABLE canary (text text)');
    // Twice: the log has a header every eight kilobytes, which cuts through whatever it falls on.
    for (const _copy of [1, 2]) await client.query('INSERT INTO canary VALUES ($1)', [value]);
  });
  return () => withDatabase(databaseUrl, async (client) => void (await client.query('DROP TABLE canary')));
}

async function plantOrganization(stack: E2eStack, value: string): Promise<() => Promise<void>> {
  await new ScalekitApi(stack.production).createOrganization(value);
  // The emulator saves a moment after a change.
  for (let waited = 0; waited < 10_000; waited += 100) {
    for (const file of await listSnapshots(stack)) {
      if ((await readFile(file, 'utf8')).includes(value)) return async () => {};
    }
    await sleep(100);
  }
  throw new Error('The emulator did not save its snapshot within 10 seconds');
}

async function listSnapshots({ dataFolder }: E2eStack): Promise<string[]> {
  const names = await readdir(dataFolder);
  return names.filter((name) => /^emulator-.*\.json$/.test(name)).map((name) => join(dataFolder, name));
}
