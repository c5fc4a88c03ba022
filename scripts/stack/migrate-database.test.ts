import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { findPendingMigrations, migrateDatabase } from './migrate-database';

function databaseUrl(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

it('creates and migrates a database, and does nothing the second time', { timeout: 60_000 }, async () => {
  const url = databaseUrl('migrated_by_script');
  const pending = await findPendingMigrations(url);
  expect(pending[0]).toBe('20261121000000_init');
  expect(await migrateDatabase(url)).toBe(pending.length);
  expect(await migrateDatabase(url)).toBe(0);

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await expect(client.query('DELETE FROM staff_log')).rejects.toThrow('append-only');
  await client.end();
});

it('says when the database cannot be used, without the password', async () => {
  const url = databaseUrl('postgres').replace(/:[^:@/]+@/, ':wrong-password@');
  const attempt = findPendingMigrations(url);
  await expect(attempt).rejects.toThrow(
    'The database of DATABASE_URL cannot be used: password authentication failed for user "keydesk".',
  );
  await expect(attempt).rejects.not.toThrow('wrong-password');
});
