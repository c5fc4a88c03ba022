import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@/emulator/start';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { readOrganization, walkedParts } from '@/lib/server/snapshots/read-organization';
import { startPostgres } from '../scripts/postgres/start-postgres';
import { migrateDatabase } from '../scripts/stack/migrate-database';

// A process of its own, which server modules need (`--conditions=react-server`): reads a sample of the `large` scenario's
// organizations as the walk does, and prints what that took.

const wanted = 100;
const pageSize = 30;

const folder = await mkdtemp(join(tmpdir(), 'keydesk-walk-'));
const server = await startPostgres({ folder, parameters: { fsync: 'off' } });
const emulator = await startEmulator({ scenario: 'large' });
Object.assign(process.env, {
  DATABASE_URL: server.url('keydesk'),
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'only-for-a-measurement-of-the-walk',
  STAFF_OIDC_ISSUER: emulator.url,
  STAFF_OIDC_CLIENT_ID: 'none',
  STAFF_OIDC_CLIENT_SECRET: 'none',
  SCALEKIT_ENVIRONMENT_URL: emulator.url,
  SCALEKIT_CLIENT_ID: emulator.clientId,
  SCALEKIT_CLIENT_SECRET: emulator.clientSecret,
  API_BUDGET_PER_MINUTE: '100000',
  LOG_LEVEL: 'error',
});
try {
  await migrateDatabase(server.url('keydesk'));
  const scalekit = scalekitClient('production', { priority: 'job' });
  const first = await scalekit.organizations.listOrganization({ pageSize });
  const ids = first.organizations.map(({ id }) => id);
  let pageToken = first.nextPageToken;
  while (pageToken !== '' && ids.length < wanted) {
    const page = await scalekit.organizations.listOrganization({ pageSize, pageToken });
    ids.push(...page.organizations.map(({ id }) => id));
    pageToken = page.nextPageToken;
  }
  const sample = ids.slice(0, wanted);
  let calls = 0;
  const begin = performance.now();
  for (const id of sample) {
    emulator.journal.clear();
    await readOrganization('production', scalekit, id, walkedParts);
    calls += emulator.journal
      .list()
      .filter(({ transport, operation }) => transport === 'rest' && !operation.startsWith('oauth')).length;
  }
  const milliseconds = performance.now() - begin;
  const bytes = await db().$queryRaw<{ bytes: number }[]>`
    SELECT (pg_total_relation_size('organization_snapshot') + pg_total_relation_size('snapshot_part')
      + pg_total_relation_size('snapshot_expiry'))::float8 AS bytes`;
  const answer = {
    organizations: sample.length,
    total: first.totalSize,
    calls,
    milliseconds,
    bytes: bytes[0]?.bytes,
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
} finally {
  await db().$disconnect();
  await emulator.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
