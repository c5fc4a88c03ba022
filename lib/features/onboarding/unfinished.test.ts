import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import type { Fields, SnapshotPart } from '@/lib/audit/snapshots/observation';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { listUnfinished } from './unfinished';

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';

const keep = (organizationId: string, part: SnapshotPart, id: string, fields: Fields, atMs = Date.now()) =>
  keepObservation(
    environment,
    { organizationId, part, objects: [{ id, name: `${id} by name`, fields }], complete: true },
    new Date(atMs),
  );

const read = (customers: 'all' | Set<string> = 'all') =>
  runQuery(listUnfinished.definition, environment, testPrincipal({ customers }), {});

beforeAll(async () => {
  for (const id of ['org_begun', 'org_done', 'org_idle'])
    await keep(id, 'organization', id, { 'features/sso': true });
  const domain = (status: string) => ({ domain: 'heronsgate.example', status, type: 'ORGANIZATION_DOMAIN' });
  await keep('org_begun', 'domain', 'dom_1', domain('VERIFIED'));
  await keep('org_begun', 'connection', 'conn_1', { status: 'DRAFT', enabled: false });
  await keep('org_done', 'domain', 'dom_2', domain('VERIFIED'));
  await keep('org_done', 'connection', 'conn_2', { status: 'COMPLETED', enabled: true });
  await db().portalLink.createMany({
    data: ['org_begun', 'org_done'].map((organizationId) => ({
      ...{ environment, organizationId, organizationName: organizationId, tokenHash: randomUUID() },
      ...{ openLimit: 10, expiresAt: new Date(Date.now() + 86_400_000) },
      ...{ createdById: randomUUID(), createdByEmail: 'sam@staff.example' },
    })),
  });
});

it('names who has begun and waits, with the next step, without a call', async () => {
  emulator.current.journal.clear();
  const rows = await read();
  expect(emulator.current.journal.list()).toEqual([]);
  expect(rows).toMatchObject([
    {
      organizationId: 'org_begun',
      name: 'org_begun by name',
      step: { name: 'link_opened', who: 'customer', act: 'Open the portal link' },
      done: 2,
    },
  ]);
});

it('asks for another link where none works any more', async () => {
  await db().portalLink.updateMany({
    where: { organizationId: 'org_begun' },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  const [row] = await read();
  expect(row?.step).toMatchObject({ name: 'link_opened', who: 'us', act: 'Create another portal link' });
});

it('keeps to the customers of a limited person', async () => {
  expect(await read(new Set(['org_done', 'org_idle']))).toEqual([]);
  expect(await read(new Set(['org_begun']))).toHaveLength(1);
});

it('puts who is in the middle of it before who has only switched off, and calls the first look no movement', async () => {
  for (const id of ['org_half', 'org_off']) await keep(id, 'organization', id, { 'features/sso': true });
  await keep('org_half', 'connection', 'conn_3', { status: 'IN_PROGRESS', enabled: false });
  await keep('org_off', 'connection', 'conn_4', { status: 'COMPLETED', enabled: false });
  const both = new Set(['org_half', 'org_off']);
  expect((await read(both)).map(({ organizationId, movedAt }) => [organizationId, movedAt])).toEqual([
    ['org_half', null],
    ['org_off', null],
  ]);
  const laterMs = Date.now() + 2 * 3_600_000;
  await keep('org_off', 'connection', 'conn_4', { status: 'COMPLETED', enabled: false, pkce: true }, laterMs);
  expect((await read(both)).map(({ organizationId }) => organizationId)).toEqual(['org_off', 'org_half']);
});
