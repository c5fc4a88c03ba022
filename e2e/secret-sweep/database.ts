import type { Client } from 'pg';
import { withDatabase } from '../fixtures/database';
import type { createSearch, Hit } from './search';

/** Looks through every row of every table of the database, each as the text that Postgres prints of it. */
export async function searchTables(url: string, search: ReturnType<typeof createSearch>): Promise<Hit[]> {
  return withDatabase(url, async (client) => {
    const hits: Hit[] = [];
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ text: string }>(`SELECT t::text AS text FROM ${table} AS t`);
      const text = rows.map((row) => row.text).join('\n');
      hits.push(...search(Buffer.from(text), `the table ${table}`));
    }
    return hits;
  });
}

/** All tables outside Postgres's own schemas, quoted and with their schema. */
export async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  return rows.map((row) => row.name);
}

/** Writes what is only in memory to the files, and returns the data directory, write-ahead log included. */
export async function flushDataDirectory(url: string): Promise<string> {
  return withDatabase(url, async (client) => {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? '';
  });
}
