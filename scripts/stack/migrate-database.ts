import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import pg from 'pg';
import { ScriptError } from '../script-error';

const DATABASE_MISSING = '3D000';
const TABLE_MISSING = '42P01';

/**
 * Applies the migrations that the database lacks, creating the database itself where it is missing.
 * Prisma is started only when there is something to do: it takes seconds.
 * @returns how many were applied
 */
export async function migrateDatabase(databaseUrl: string): Promise<number> {
  const pending = await findPendingMigrations(databaseUrl);
  if (pending.length === 0) return 0;
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const env = { ...process.env, DATABASE_URL: databaseUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  await promisify(execFile)(process.execPath, [prisma, 'migrate', 'deploy'], { env }).catch(
    (error: { stdout: string; stderr: string }) => {
      throw new ScriptError(`The database could not be migrated.\n${error.stderr || error.stdout}`.trim());
    },
  );
  return pending.length;
}

/**
 * The migrations of this checkout that the database lacks; all of them where there is no database yet.
 * @throws ScriptError when Postgres does not answer
 */
export async function findPendingMigrations(databaseUrl: string): Promise<string[]> {
  const applied = await readApplied(databaseUrl);
  return (await listMigrations()).filter((name) => !applied.has(name));
}

async function listMigrations(): Promise<string[]> {
  const folder = new URL('../../prisma/migrations/', import.meta.url);
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readApplied(connectionString: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Set(rows.map((row) => row.migration_name));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === DATABASE_MISSING || code === TABLE_MISSING) return new Set();
    throw new ScriptError(`The database of DATABASE_URL cannot be used: ${message || code}.`);
  } finally {
    await client.end().catch(() => {});
  }
}
