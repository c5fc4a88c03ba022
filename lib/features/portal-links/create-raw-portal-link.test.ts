import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runAction } from '@/lib/server/run-action';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { createRawPortalLink } from './actions';
import { createTestOrganization } from './test-organization';
import { dumpDatabase } from './test-rows';

withTestDatabase();
const emulator = withEmulator();

function create(input: object, principal = testPrincipal()) {
  const request = { environment: 'production', submissionId: randomUUID(), input };
  return runAction(createRawPortalLink.definition, principal, request as never);
}

const logOf = (staffId: string) =>
  db().staffLog.findMany({ where: { actorId: staffId }, orderBy: { id: 'asc' } });

it('returns a link that opens the portal once, and logs its id only', async () => {
  const organizationId = await createTestOrganization();
  const principal = testPrincipal();
  const link = await create({ organizationId, features: ['sso'] }, principal);
  expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
  expect((await fetch(link.location, { redirect: 'manual' })).status).toBe(303);
  expect((await fetch(link.location, { redirect: 'manual' })).status).toBe(410);

  const log = await logOf(principal.staffId);
  expect(log).toMatchObject([
    { kind: 'intent', action: 'portal_link.create_raw', organizationId, details: { features: ['sso'] } },
    { kind: 'outcome', outcome: 'ok', targetType: 'scalekit_portal_link', targetId: link.linkId },
  ]);
  const everything = await dumpDatabase();
  expect(everything).toContain(link.linkId);
  expect(everything).not.toContain(link.location.split('/').at(-1));
});

it('says beside the choice that one is missing', async () => {
  await expect(create({ organizationId: 'org_1', features: [] })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { features: 'Choose at least one thing that the link opens.' },
  });
});

it('hands on Scalekit’s refusal of a feature that is off', async () => {
  const organizationId = await createTestOrganization(['sso']);
  await expect(create({ organizationId, features: ['dir_sync'] })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { features: expect.any(String) },
  });
});

it('refuses a viewer, and a limited person another customer', async () => {
  const organizationId = await createTestOrganization();
  const viewer = testPrincipal({ role: 'viewer' });
  const limited = testPrincipal({ customers: new Set(['org_1']) });
  const input = { organizationId, features: ['sso'] };
  emulator.current.journal.clear();
  await expect(create(input, viewer)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(create(input, limited)).rejects.toMatchObject({ code: 'not_found' });
  expect(await logOf(viewer.staffId)).toMatchObject([{ kind: 'denied' }]);
  expect(await logOf(limited.staffId)).toMatchObject([{ kind: 'denied' }]);
  expect(emulator.current.journal.list('generatePortalLink')).toEqual([]);
});

it.each([
  [404, 'not_found'],
  [409, 'conflict'],
  [429, 'rate_limited'],
  [503, 'unavailable'],
])('asks once and no more when Scalekit answers %i', async (status, code) => {
  const organizationId = await createTestOrganization();
  const principal = testPrincipal();
  emulator.current.journal.clear();
  emulator.current.faults.add({ operation: 'generatePortalLink', status });
  await expect(create({ organizationId, features: ['sso'] }, principal)).rejects.toMatchObject({
    code,
    unknown: false,
    requestId: expect.any(String),
  });
  expect(emulator.current.journal.list('generatePortalLink')).toHaveLength(1);
  expect(await logOf(principal.staffId)).toMatchObject([{}, { outcome: 'failed', errorCode: code }]);
});

it.each([
  ['times out', { latencyMs: 5_000 }],
  ['is cut off', { answer: 'reset', when: 'after' }],
] as const)('does not know what happened when the call %s', async (_how, fault) => {
  const organizationId = await createTestOrganization();
  const principal = testPrincipal();
  emulator.current.faults.add({ operation: 'generatePortalLink', ...fault });
  await expect(create({ organizationId, features: ['sso'] }, principal)).rejects.toMatchObject({
    unknown: true,
  });
  expect(await logOf(principal.staffId)).toMatchObject([{}, { outcome: 'unknown' }]);
});
