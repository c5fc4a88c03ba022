import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { customerLog, customerRead, customerWrite, testVisit } from '@/tests/setup/customer';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileSilent } from '@/tests/setup/silence';
import { failureOf } from '@/tests/setup/write';
import { openOwnPortal } from './customer-actions';
import { getOwnLink } from './customer-queries';
import { createTestOrganization } from './test-organization';
import { insertLink } from './test-rows';

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Firefox' }),
}));

withTestDatabase();
const emulator = withEmulator();

async function visited(changes: Parameters<typeof insertLink>[0] = {}) {
  const organizationId = await createTestOrganization();
  const link = await insertLink({ organizationId, features: ['sso'], ...changes });
  return { link, organizationId, visit: testVisit(organizationId, { linkId: link.id }) };
}

const read = (id: string) => db().portalLink.findUniqueOrThrow({ where: { id } });

describe("the portal from the customer's own page", () => {
  it('opens by a fresh link for the features of theirs, and counts as an open', async () => {
    const { link, organizationId, visit } = await visited();
    const { location } = await customerWrite(openOwnPortal, {}, visit);
    expect(location).toMatch(new RegExp(`^${emulator.current.url}/magicLink/`));
    const [mint] = emulator.current.journal
      .list('generatePortalLink')
      .filter(({ path }) => path.includes(organizationId));
    expect(mint?.request).toMatchObject({ features: ['sso'] });
    expect(await read(link.id)).toMatchObject({ openCount: 1 });
    const log = await customerLog(visit);
    expect(log).toMatchObject([{ kind: 'intent', action: 'portal_link.open' }, { outcome: 'ok' }]);
    const whole = JSON.stringify(log, (_key, value) => (typeof value === 'bigint' ? `${value}` : value));
    expect(whole).not.toContain(location);
    expect(await customerRead(getOwnLink, {}, visit)).toMatchObject({
      ...{ organizationName: 'Acme Corp', opensLeft: 9, recipientEmail: visit.recipientEmail },
    });
  });

  it('takes the organization from the visit and never from the form', async () => {
    const other = await visited();
    const { organizationId, visit } = await visited();
    emulator.current.journal.clear();
    const input = { organizationId: other.organizationId, linkId: other.link.id, token: other.link.token };
    await customerWrite(openOwnPortal, input as never, visit);
    expect(emulator.current.journal.list('generatePortalLink').map(({ path }) => path)).toEqual([
      expect.stringContaining(organizationId),
    ]);
  });

  it.each([
    ['used up', { openLimit: 1, openCount: 1 }, 'conflict'],
    ['revoked', { revokedAt: new Date() }, 'not_found'],
  ])('is refused when the link is %s, and nothing is minted', async (_how, changes, code) => {
    const { visit } = await visited(changes);
    emulator.current.journal.clear();
    expect((await failureOf(customerWrite(openOwnPortal, {}, visit))).code).toBe(code);
    expect(emulator.current.journal.list('generatePortalLink')).toEqual([]);
  });

  it.each([404, 409, 429, 500])(
    'says so when Scalekit answers %i, and gives the open back',
    async (status) => {
      const { link, visit } = await visited();
      emulator.current.faults.add({ operation: 'organizations.generatePortalLink', status });
      const error = await failureOf(customerWrite(openOwnPortal, {}, visit));
      expect(error).toMatchObject({ code: 'unavailable', unknown: false });
      expect(await read(link.id)).toMatchObject({ openCount: 0 });
    },
  );

  it('calls a time-out unknown', async () => {
    const { visit } = await visited();
    const act = () => customerWrite(openOwnPortal, {}, visit);
    const error = await failureOf(whileSilent(emulator.current, 'organizations.generatePortalLink', act));
    expect(error).toMatchObject({ unknown: true });
    expect((await customerLog(visit)).at(-1)).toMatchObject({ outcome: 'unknown' });
  });
});
