import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runAction } from '@/lib/server/run-action';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { logOf, write } from '@/tests/setup/write';
import { createPortalLink } from './actions';
import { hashLinkToken } from './link-token';
import { createTestOrganization } from './test-organization';
import { dumpDatabase } from './test-rows';

withTestDatabase();
const emulator = withEmulator();

type Input = Parameters<typeof createPortalLink>[0]['input'];

const recipient = { recipientName: 'Jo Reed', recipientEmail: 'jo@acme.example' };

const create = (input: Partial<Input>, principal = testPrincipal()) =>
  write(createPortalLink, { organizationId: 'org_1', features: ['sso'], ...recipient, ...input }, principal);

const linksOf = (organizationId: string) => db().portalLink.findMany({ where: { organizationId } });

const dayMs = 24 * 60 * 60_000;

it('returns the URL once and keeps only the hash of its token', async () => {
  const organizationId = await createTestOrganization();
  const principal = testPrincipal();
  const { linkId, url, expiresAt } = await create(
    { organizationId, features: ['dir_sync', 'sso', 'sso'], note: ' T-123 ' },
    principal,
  );

  const token = /^http:\/\/localhost:9\/p\/([A-Za-z0-9_-]{43})$/.exec(url)?.[1] ?? '';
  const [link] = await linksOf(organizationId);
  expect(link).toMatchObject({
    id: linkId,
    tokenHash: hashLinkToken(token),
    organizationName: 'Acme Corp',
    features: ['sso', 'dir_sync'],
    note: 'T-123',
    ...recipient,
    firstOpenedAt: null,
    openLimit: 10,
    openCount: 0,
    createdById: principal.staffId,
    createdByEmail: principal.email,
    revokedAt: null,
  });
  expect(link?.expiresAt.toISOString()).toBe(expiresAt);
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(7 * dayMs - 60_000);
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(7 * dayMs);

  const log = await logOf(principal);
  expect(log).toMatchObject([
    { kind: 'intent', action: 'portal_link.create', organizationId, targetId: null },
    { kind: 'outcome', outcome: 'ok', targetId: linkId },
  ]);
  expect(log[0]?.details).toEqual({
    features: ['sso', 'dir_sync'],
    expiresInDays: 7,
    openLimit: 10,
    recipientEmail: 'j•••@acme.example',
  });

  const everything = await dumpDatabase();
  expect(everything).toContain(linkId);
  expect(everything).not.toContain(token);
});

it('takes numbers as a form sends them', async () => {
  const organizationId = await createTestOrganization();
  const { expiresAt } = await create({ organizationId, expiresInDays: '30', openLimit: '100' });
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(30 * dayMs - 60_000);
  expect(await linksOf(organizationId)).toMatchObject([{ openLimit: 100 }]);
});

it.each<[string, Partial<Input>, string]>([
  ['expiresInDays', { expiresInDays: 31 }, 'A link lives 1 to 30 days.'],
  ['expiresInDays', { expiresInDays: 0 }, 'A link lives 1 to 30 days.'],
  ['expiresInDays', { expiresInDays: '' }, 'A link lives 1 to 30 days.'],
  ['expiresInDays', { expiresInDays: 'soon' }, 'A link lives 1 to 30 days.'],
  ['expiresInDays', { expiresInDays: 1.5 }, 'A link lives 1 to 30 days.'],
  ['openLimit', { openLimit: 0 }, 'A link can be opened 1 to 100 times.'],
  ['openLimit', { openLimit: 101 }, 'A link can be opened 1 to 100 times.'],
  ['features', { features: [] }, 'Choose at least one thing that the link opens.'],
  ['recipientName', { recipientName: ' ' }, 'Name the person the link is for.'],
  ['recipientEmail', { recipientEmail: '' }, 'Write an e-mail address like jo@example.com.'],
  [
    'recipientEmail',
    { recipientEmail: 'jo@acme.example, eve@x.example' },
    'Write an e-mail address like jo@example.com.',
  ],
  ['note', { note: 'x'.repeat(201) }, 'A note has at most 200 characters.'],
])('says beside %s what is wrong with %j', async (field, wrong, sentence) => {
  const principal = testPrincipal();
  await expect(create(wrong, principal)).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { [field]: sentence },
  });
  expect(await logOf(principal)).toEqual([]);
});

it('refuses a feature that is off, which Scalekit would refuse later, in front of the customer', async () => {
  const organizationId = await createTestOrganization(['sso']);
  await expect(create({ organizationId, features: ['sso', 'dir_sync'] })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { features: expect.stringContaining('Directory sync (SCIM) is switched off') },
  });
  expect(await linksOf(organizationId)).toEqual([]);
});

it('refuses a viewer, and logs that', async () => {
  const viewer = testPrincipal({ role: 'viewer' });
  await expect(create({}, viewer)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await logOf(viewer)).toMatchObject([
    { kind: 'denied', action: 'portal_link.create', errorCode: 'forbidden' },
  ]);
});

it('keeps a limited person to their customers', async () => {
  const mine = await createTestOrganization();
  const other = await createTestOrganization();
  const limited = testPrincipal({ customers: new Set([mine]) });
  await expect(create({ organizationId: other }, limited)).rejects.toMatchObject({ code: 'not_found' });
  expect(await linksOf(other)).toEqual([]);
  await create({ organizationId: mine }, limited);
  expect(await linksOf(mine)).toHaveLength(1);
});

it('makes no link for an organization that Scalekit does not know', async () => {
  const principal = testPrincipal();
  await expect(create({ organizationId: 'org_404' }, principal)).rejects.toMatchObject({ code: 'not_found' });
  expect(await linksOf('org_404')).toEqual([]);
  expect(await logOf(principal)).toMatchObject([{}, { outcome: 'failed', errorCode: 'not_found' }]);
});

it.each([
  [409, 'conflict'],
  [429, 'rate_limited'],
  [500, 'unavailable'],
])('makes no link when Scalekit answers %i', async (status, code) => {
  const organizationId = await createTestOrganization();
  const principal = testPrincipal();
  emulator.current.faults.add({ operation: 'getOrganization', status });
  await expect(create({ organizationId }, principal)).rejects.toMatchObject({ code, unknown: false });
  expect(await linksOf(organizationId)).toEqual([]);
  expect(await logOf(principal)).toMatchObject([{}, { outcome: 'failed', errorCode: code }]);
});

it('knows that nothing was made when reading the organization times out', async () => {
  const organizationId = await createTestOrganization();
  const principal = testPrincipal();
  const act = () => create({ organizationId }, principal);
  await expect(whileSilent(emulator.current, 'getOrganization', act)).rejects.toMatchObject({
    code: 'unavailable',
    unknown: false,
  });
  expect(await linksOf(organizationId)).toEqual([]);
  expect(await logOf(principal)).toMatchObject([{}, { outcome: 'failed' }]);
});

it('makes one link when the same form comes twice', async () => {
  const organizationId = await createTestOrganization();
  const submissionId = randomUUID();
  const request = {
    environment: 'production',
    submissionId,
    input: { organizationId, features: ['sso' as const], ...recipient },
  };
  const send = () => runAction(createPortalLink.definition, testPrincipal(), request);
  const twice = await Promise.allSettled([send(), send()]);
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await linksOf(organizationId)).toHaveLength(1);
});
