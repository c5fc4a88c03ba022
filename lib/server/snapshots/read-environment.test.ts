import { beforeAll, expect, it } from 'vitest';
import { environmentWide } from '@/lib/audit/snapshots/observation';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { noteWrite, startKeeping, stopKeeping } from './keeping';
import { readEnvironment } from './read-environment';
import { walkSlice } from './walk';

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';
const client = () => scalekitClient(environment);
const read = () => readEnvironment(environment, client());
const provider = (scope: string, extra: object = {}) => ({
  ...{ display_name: 'Acme CRM', proxy_url: 'https://api.acme.example', description: 'CRM' },
  auth_patterns: [
    {
      ...{ type: 'OAUTH', display_name: 'Acme' },
      oauth_config: {
        ...{ authorize_uri: 'https://acme.example/a', token_uri: 'https://acme.example/t?token=hidden' },
        available_scopes: [{ scope, display_name: 'Read', description: '', required: true }],
        client_secret: 'hidden-secret',
      },
      ...extra,
    },
  ],
});
const changes = () => db().$queryRaw<{ type: string; target: string; org: string | null; data: object }[]>`
  SELECT type, target_id AS target, organization_id AS org, data FROM activity.entry
  WHERE stream = 'change' ORDER BY at, type`;

beforeAll(async () => {
  // The first call of an operation compiles the emulator's rules.
  await read().catch(() => []);
  await read();
  await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id`;
});

it('finds by looking twice what is edited outside Keydesk for the whole environment, and keeps no secret', async () => {
  const made = await client().customProviders.create({ provider: provider('crm.read') });
  const identifier = made.provider.identifier;
  await client().roles.createRole({ role: { name: 'auditor', displayName: 'Auditor' } });
  expect(await read()).toEqual([]);
  expect((await changes()).map(({ type }) => type).sort()).toEqual(['provider.added', 'role.added']);
  await client().customProviders.update({ identifier, provider: provider('crm.write') });
  expect(await read()).toEqual([]);
  const [, , changed] = await changes();
  expect(changed).toMatchObject({ type: 'provider.changed', target: identifier, org: null });
  expect(JSON.stringify(changed?.data)).toContain('crm.write');
  const kept = await db().organizationSnapshot.findMany({ where: { organizationId: environmentWide } });
  expect(JSON.stringify(kept)).not.toContain('hidden');
  await client().customProviders.delete({ identifier });
  await read();
  expect((await changes()).at(-1)).toMatchObject({ type: 'provider.removed', target: identifier });
});

it('goes on where an environment refuses a part, and says which', async () => {
  emulator.current.faults.add({ operation: 'connections.listAppConnections', status: 501, times: 9 });
  expect(await read()).toEqual(['app_connection']);
  emulator.current.faults.clear();
});

it('reads again what a write of ours has changed', async () => {
  startKeeping();
  try {
    await noteWrite(environment, undefined, 'provider.update');
    await noteWrite(environment, undefined, 'organization.create');
  } finally {
    stopKeeping();
  }
  expect(await db().snapshotPart.findMany({ where: { staleAt: { not: null } } })).toMatchObject([
    { organizationId: environmentWide, part: 'provider' },
  ]);
  await db().snapshotWalk.create({ data: { environment, startedAt: new Date(), finishedAt: new Date() } });
  emulator.current.journal.clear();
  expect(await walkSlice(environment, new AbortController().signal)).toBeNull();
  expect(emulator.current.journal.list().map(({ operation }) => operation)).toEqual(['providers.list']);
  expect(await db().snapshotPart.count({ where: { staleAt: { not: null } } })).toBe(0);
});
