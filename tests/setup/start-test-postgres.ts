import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../scripts/postgres/start-postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The maintenance database of this run's own Postgres. */
    postgresUrl: string;
  }
}

export const TEMPLATE_DATABASE = 'keydesk_template';

/** One throw-away Postgres for the run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-test-'));
  const server = await startPostgres({ folder, parameters: { fsync: 'off', full_page_writes: 'off' } });
  await runSql(server.url('postgres'), [`CREATE DATABASE ${TEMPLATE_DATABASE}`]);
  await runSql(server.url(TEMPLATE_DATABASE), await readMigrations());
  project.provide('postgresUrl', server.url('postgres'));
  return async () => {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
}

/** The files themselves rather than `prisma migrate deploy`, which takes seconds; its own test runs that. */
export async function readMigrations(): Promise<string[]> {
  const folder = new URL('../../prisma/migrations/', import.meta.url);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readFile(new URL(`${name}/migration.sql`, folder), 'utf8')));
}

export async function runSql(connectionString: string, scripts: string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const script of scripts) await client.query(script);
  } finally {
    await client.end();
  }
}
