import 'server-only';
import pg from 'pg';
import { env } from '@/lib/env';

/**
 * Runs `work` while no other process does so under the same name. The lock is an advisory one of a connection of its
 * own: a process that dies gives it back at once.
 * @returns what `work` returns, or null when somebody else holds the lock
 */
export async function withDatabaseLock<Data>(
  name: string,
  work: (lost: AbortSignal) => Promise<Data>,
): Promise<Data | null> {
  const lost = new AbortController();
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'keydesk lock',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without the connection there is no lock any more.
  client.on('error', () => lost.abort());
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [
      name,
    ]);
    return rows[0]?.taken ? await work(lost.signal) : null;
  } finally {
    await client.end().catch(() => {});
  }
}
