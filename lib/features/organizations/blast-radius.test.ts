import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { countMembersOnlyHere, measureBlastRadius } from './blast-radius';

withTestDatabase();
const emulator = withEmulator();

const measure = (organizationId: string, principal = testPrincipal()) =>
  runQuery(measureBlastRadius.definition, 'production', principal, { organizationId });
const countOnlyHere = (organizationId: string) =>
  runQuery(countMembersOnlyHere.definition, 'production', testPrincipal(), { organizationId });

async function addMembers(organizationId: string, count: number): Promise<string[]> {
  const { users } = scalekitClient('production');
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const email = `one-${index}-of-${organizationId}@customer.example`;
    const { user } = await users.createUserAndMembership({
      organizationId,
      user: { email },
      sendInvitationEmail: false,
    });
    ids.push(user?.id ?? '');
  }
  return ids;
}

const portalLink = (organizationId: string, part: object = {}) => ({
  environment: 'production',
  organizationId,
  organizationName: 'Heronsgate Rail',
  tokenHash: crypto.randomUUID(),
  features: ['sso'],
  openLimit: 3,
  expiresAt: new Date(Date.now() + 60_000),
  createdById: crypto.randomUUID(),
  createdByEmail: 'ada@keydesk.example',
  ...part,
});

describe('measureBlastRadius', () => {
  it('counts nothing of an empty organization', async () => {
    const radius = await measure(await newOrganization());
    expect(Object.values(radius).map((count) => count?.count)).toEqual(Array(9).fill(0));
  });

  it('counts each kind, with what is switched on', async () => {
    const organizationId = await newOrganization();
    const scalekit = scalekitClient('production');
    await addMembers(organizationId, 2);
    await scalekit.tokens.createToken({ token: { organizationId } });
    const { OKTA } = connectionsPb.ConnectionProvider;
    const { OIDC } = connectionsPb.ConnectionType;
    await scalekit.connections.createConnection({
      organizationId,
      connection: { provider: OKTA, type: OIDC },
    });
    const soon = { expiresAt: new Date(Date.now() - 1) };
    await db().portalLink.createMany({
      data: [
        portalLink(organizationId),
        portalLink(organizationId, soon),
        portalLink(organizationId, { revokedAt: new Date() }),
        portalLink(organizationId, { openCount: 3 }),
      ],
    });
    expect(await measure(organizationId)).toMatchObject({
      members: { count: 2 },
      apiKeys: { count: 1 },
      connections: { count: 1, enabled: 0 },
      portalLinks: { count: 1 },
      roles: { count: 0 },
    });
  });

  it('makes as many calls for a hundred as for none, and says where a list ends early', async () => {
    const organizationId = await newOrganization();
    const { environment } = emulator.current;
    const callsOf = async () => {
      emulator.current.journal.clear();
      const radius = await measure(organizationId);
      return { radius, calls: emulator.current.journal.list().length };
    };
    const before = await callsOf();
    for (let index = 0; index < 101; index += 1) {
      await scalekitClient('production').domains.createDomain({
        identities: { case: 'organizationId', value: organizationId },
        domain: { domain: `site-${index}-${environment.clock.now()}.example` },
      });
    }
    const after = await callsOf();
    expect(after.radius.domains).toEqual({ count: 100, orMore: true });
    expect(after.calls).toBe(before.calls);
    expect(after.calls).toBe(8);
  });

  it('keeps the other counts when one fails', async () => {
    const organizationId = await newOrganization();
    emulator.current.faults.add({ operation: 'tokens.listTokens', status: 403 });
    const radius = await measure(organizationId);
    expect(radius).toMatchObject({ apiKeys: null, members: { count: 0 } });
  });

  it('is nothing for a person without this customer', async () => {
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(measure(await newOrganization(), limited))).code).toBe('not_found');
  });
});

describe('countMembersOnlyHere', () => {
  it('tells those who belong elsewhere too', async () => {
    const organizationId = await newOrganization();
    const [first] = await addMembers(organizationId, 3);
    await scalekitClient('production').users.createMembership({
      organizationId: await newOrganization(),
      identities: { case: 'id', value: first ?? '' },
      membership: {},
    });
    expect(await countOnlyHere(organizationId)).toEqual({ onlyHere: 2, read: 3, members: 3 });
  });

  it('reads a bounded number, and says how many it left out', async () => {
    const organizationId = await newOrganization();
    await addMembers(organizationId, 23);
    emulator.current.journal.clear();
    expect(await countOnlyHere(organizationId)).toEqual({ onlyHere: 20, read: 20, members: 23 });
    expect(emulator.current.journal.list('users.getUser')).toHaveLength(20);
  });
});
