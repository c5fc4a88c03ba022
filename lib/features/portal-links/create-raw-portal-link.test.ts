import { expect, it } from 'vitest';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createRawPortalLink } from './actions';
import { createTestOrganization } from './test-organization';
import { dumpDatabase } from './test-rows';

withTestDatabase();
const emulator = withEmulator();
const lead = () => testPrincipal({ role: 'lead' });

it('returns a link that opens the portal once, and logs its id only', async () => {
  const organizationId = await createTestOrganization();
  const principal = lead();
  const link = await write(createRawPortalLink, { organizationId, features: ['sso'] }, principal);
  expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
  expect((await fetch(link.location, { redirect: 'manual' })).status).toBe(303);
  expect((await fetch(link.location, { redirect: 'manual' })).status).toBe(410);

  const log = await logOf(principal);
  expect(log).toMatchObject([
    { kind: 'intent', action: 'portal_link.create_raw', organizationId, details: { features: ['sso'] } },
    { kind: 'outcome', outcome: 'ok', targetId: link.linkId },
  ]);
  const everything = await dumpDatabase();
  expect(everything).toContain(link.linkId);
  expect(everything).not.toContain(link.location.split('/').at(-1));
});

it('says beside the choice that one is missing', async () => {
  await expect(
    write(createRawPortalLink, { organizationId: 'org_1', features: [] }, lead()),
  ).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { features: 'Choose at least one thing that the link opens.' },
  });
});

it('hands on Scalekit’s refusal of a feature that is off', async () => {
  const organizationId = await createTestOrganization(['sso']);
  await expect(
    write(createRawPortalLink, { organizationId, features: ['dir_sync'] }, lead()),
  ).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { features: expect.any(String) },
  });
});

it('does not know what happened when the connection dies on the way back', async () => {
  const organizationId = await createTestOrganization();
  const principal = lead();
  emulator.current.faults.add({ operation: 'generatePortalLink', answer: 'reset', when: 'after' });
  const attempt = write(createRawPortalLink, { organizationId, features: ['sso'] }, principal);
  await expect(attempt).rejects.toMatchObject({ unknown: true });
  expect(await logOf(principal)).toMatchObject([{}, { outcome: 'unknown' }]);
});

it('is for leads and admins in production: it opens to whoever sees it', async () => {
  const organizationId = await createTestOrganization();
  const input = { organizationId, features: ['sso' as const] };
  const support = testPrincipal();
  await expect(write(createRawPortalLink, input, support)).rejects.toMatchObject({
    code: 'forbidden',
    message: 'Your role (support) does not include portal_link.create_raw in production.',
  });
  expect(await logOf(support)).toMatchObject([
    { kind: 'denied', action: 'portal_link.create_raw', errorCode: 'forbidden' },
  ]);
  await write(createRawPortalLink, input, testPrincipal({ role: 'admin' }));
  await write(createRawPortalLink, input, testPrincipal({ inProduction: false }));
});

itFailsInWords({
  action: createRawPortalLink,
  principal: { role: 'lead' },
  emulator,
  operation: 'organizations.generatePortalLink',
  input: async () => ({ organizationId: await createTestOrganization(), features: ['sso' as const] }),
});
