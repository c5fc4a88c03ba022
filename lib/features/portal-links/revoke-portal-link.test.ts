import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { logOf, write } from '@/tests/setup/write';
import { revokePortalLink } from './actions';
import { mintScalekitLink } from './scalekit-link';
import { createTestOrganization } from './test-organization';
import { insertLink } from './test-rows';

withTestDatabase();
const emulator = withEmulator();

const revoke = (input: { organizationId: string; linkId: string }, principal = testPrincipal()) =>
  write(revokePortalLink, input, principal);

const read = (id: string) => db().portalLink.findUniqueOrThrow({ where: { id } });

/** A durable link that somebody has just opened: its Scalekit link is alive. */
async function insertOpenedLink() {
  const organizationId = await createTestOrganization();
  const minted = await mintScalekitLink(scalekitClient('production'), organizationId, ['sso']);
  const link = await insertLink({ organizationId, openCount: 1, lastScalekitLinkId: minted.linkId });
  return { organizationId, linkId: link.id, minted };
}

it('closes a link that nobody has opened, without a call', async () => {
  const link = await insertLink({ organizationId: await createTestOrganization() });
  const principal = testPrincipal();
  emulator.current.journal.clear();
  const input = { organizationId: link.organizationId, linkId: link.id };
  expect(await revoke(input, principal)).toEqual({ lastMinted: 'none' });
  expect(await read(link.id)).toMatchObject({
    revokedAt: expect.any(Date),
    revokedByEmail: principal.email,
  });
  expect(emulator.current.journal.list()).toEqual([]);
  expect(await logOf(principal)).toMatchObject([
    { kind: 'intent', action: 'portal_link.revoke', targetId: link.id },
    { kind: 'outcome', outcome: 'ok', details: { lastMinted: 'none' } },
  ]);
});

it('deletes the Scalekit link that was minted last, by its id', async () => {
  const { organizationId, linkId, minted } = await insertOpenedLink();
  expect(await revoke({ organizationId, linkId })).toEqual({ lastMinted: 'deleted' });
  const [call] = emulator.current.journal.list('deletePortalLinkByID').slice(-1);
  expect(call).toMatchObject({
    verb: 'DELETE',
    path: expect.stringContaining(`/organizations/${organizationId}/portal_links/${minted.linkId}`),
    status: 200,
  });
  expect((await fetch(minted.location, { redirect: 'manual' })).status).toBe(404);
});

it('counts a Scalekit link that is gone already as deleted', async () => {
  const { organizationId, linkId, minted } = await insertOpenedLink();
  emulator.current.store.portalLinks.delete(minted.linkId);
  expect(await revoke({ organizationId, linkId })).toEqual({ lastMinted: 'deleted' });
});

it.each([
  ['answers 409', { status: 409 }],
  ['answers 429', { status: 429 }],
  ['answers 500', { status: 500 }],
])('closes the link all the same when Scalekit %s, and says what may be left', async (_how, fault) => {
  const { organizationId, linkId } = await insertOpenedLink();
  const principal = testPrincipal();
  emulator.current.faults.add({ operation: 'deletePortalLinkByID', ...fault });
  expect(await revoke({ organizationId, linkId }, principal)).toEqual({ lastMinted: 'left_to_expire' });
  expect(await read(linkId)).toMatchObject({ revokedAt: expect.any(Date) });
  expect(await logOf(principal)).toMatchObject([{}, { details: { lastMinted: 'left_to_expire' } }]);
});

it('closes the link all the same when Scalekit does not answer', async () => {
  const { organizationId, linkId } = await insertOpenedLink();
  const act = () => revoke({ organizationId, linkId });
  expect(await whileSilent(emulator.current, 'deletePortalLinkByID', act)).toEqual({
    lastMinted: 'left_to_expire',
  });
  expect(await read(linkId)).toMatchObject({ revokedAt: expect.any(Date) });
});

it('tries the deletion again when it is asked again, and keeps who revoked first', async () => {
  const { organizationId, linkId } = await insertOpenedLink();
  const first = testPrincipal({ email: 'first@keydesk.test' });
  emulator.current.faults.add({ operation: 'deletePortalLinkByID', status: 500, times: 1 });
  await revoke({ organizationId, linkId }, first);
  const { revokedAt } = await read(linkId);
  const second = testPrincipal({ email: 'second@keydesk.test' });
  expect(await revoke({ organizationId, linkId }, second)).toEqual({ lastMinted: 'deleted' });
  expect(await read(linkId)).toMatchObject({ revokedAt, revokedByEmail: first.email });
});

it('refuses a viewer', async () => {
  const link = await insertLink();
  const viewer = testPrincipal({ role: 'viewer' });
  const input = { organizationId: link.organizationId, linkId: link.id };
  await expect(revoke(input, viewer)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await read(link.id)).toMatchObject({ revokedAt: null });
});

it('does not reach the link of another organization, by its own id or by a borrowed one', async () => {
  const link = await insertLink({ organizationId: 'org_201' });
  const limited = testPrincipal({ customers: new Set(['org_202']) });
  for (const organizationId of ['org_201', 'org_202']) {
    const attempt = revoke({ organizationId, linkId: link.id }, limited);
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
  }
  const elsewhere = revoke({ organizationId: 'org_202', linkId: link.id });
  await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
  expect(await read(link.id)).toMatchObject({ revokedAt: null });
});

it('refuses an id that is none', async () => {
  await expect(revoke({ organizationId: 'org_1', linkId: 'x' })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { linkId: 'A portal link id is a UUID.' },
  });
});
