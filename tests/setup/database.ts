import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { db } from '@/lib/db';
import { TEMPLATE_DATABASE } from './start-test-postgres';

/**
 * Gives the test file a migrated database of its own, dropped at the end. Call it at the top of the file, before
 * any hook that uses `db()` or `env()`: it sets `DATABASE_URL`.
 */
export function withTestDatabase(): void {
  const name = `test_${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    await runOnServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`);
    const url = new URL(inject('postgresUrl'));
    url.pathname = `/${name}`;
    process.env.DATABASE_URL = url.href;
    // What a file before left behind in this process may have opened its own, gone by now.
    Object.assign(globalThis, { keydeskDb: undefined, keydeskPool: undefined });
  });

  afterAll(async () => {
    await db().$disconnect();
    await runOnServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

/** Two files that start together would copy the template at once, which Postgres refuses. */
async function runOnServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(1)`);
    await client.query(statement);
  } finally {
    await client.end();
  }
}
