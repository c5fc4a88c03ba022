import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { addDomain, moveDomainIn, moveDomainOut } from './actions';
import { findDomainHolder, getDomainMove, listDomainMoves } from './moves';

withTestDatabase();
const emulator = withEmulator();

const newName = () => `${randomUUID().slice(0, 8)}.example`;

/** A domain that another customer holds, with a connection that it leads to and two members, one of them with such an address. */
async function held(domain = newName()) {
  const [fromOrganizationId, organizationId] = await Promise.all([
    newOrganization('Northwharf Shipping'),
    newOrganization('Skerrylight Maritime'),
  ]);
  const { connections, users } = scalekitClient('production');
  const connection = {
    provider: connectionsPb.ConnectionProvider.OKTA,
    type: connectionsPb.ConnectionType.SAML,
  };
  const made = await connections.createConnection({ organizationId: fromOrganizationId, connection });
  const connectionId = made.connection?.id ?? '';
  const { domainId } = await write(addDomain, {
    organizationId: fromOrganizationId,
    domain,
    type: 'organization',
  });
  await connections.assignDomainsToConnection({
    organizationId: fromOrganizationId,
    connectionId,
    domainIds: [domainId],
  });
  for (const email of [`ines@${domain}`, `tomas@sub.${domain}`])
    await users.createUserAndMembership({
      organizationId: fromOrganizationId,
      user: { email, membership: {} },
    });
  return { organizationId, fromOrganizationId, domain, domainId, connectionId };
}
type Held = Awaited<ReturnType<typeof held>>;

const takeInput = ({ organizationId, fromOrganizationId, domainId, domain }: Held) => ({
  ...{ organizationId, fromOrganizationId, domainId, confirmDomain: domain },
});
const giveInput = ({ organizationId, fromOrganizationId, domain }: Held) => ({
  ...{ organizationId, otherOrganizationId: fromOrganizationId, domain, connectionId: '' },
});
const state = ({ organizationId, fromOrganizationId, domain }: Held, principal = testPrincipal()) =>
  runQuery(getDomainMove.definition, 'production', principal, { organizationId, fromOrganizationId, domain });
const holder = (organizationId: string, domain: string, principal: Principal = testPrincipal()) =>
  runQuery(findDomainHolder.definition, 'production', principal, { organizationId, domain });
const moves = (organizationId: string, principal: Principal = testPrincipal()) =>
  runQuery(listDomainMoves.definition, 'production', principal, { organizationId });
const limitedTo = (...ids: string[]) => testPrincipal({ customers: new Set(ids) });

describe('findDomainHolder', () => {
  it('names the customer to somebody who may see it, and nobody else', async () => {
    const { organizationId, fromOrganizationId, domain } = await held();
    const known = { kind: 'known', organizationId: fromOrganizationId, name: 'Northwharf Shipping' };
    expect(await holder(organizationId, domain)).toEqual(known);
    expect(await holder(organizationId, domain, limitedTo(organizationId, fromOrganizationId))).toEqual(
      known,
    );
    expect(await holder(organizationId, domain, limitedTo(organizationId))).toEqual({ kind: 'hidden' });
    expect(await holder(fromOrganizationId, domain)).toEqual({ kind: 'here' });
  });

  it('says why where nobody can be found', async () => {
    const domain = newName();
    const [organizationId, other] = [await newOrganization(), await newOrganization()];
    await write(addDomain, { organizationId: other, domain, type: 'organization' });
    expect(await holder(organizationId, domain)).toEqual({ kind: 'no_connection' });
    expect(await holder(organizationId, `${'a'.repeat(30)}.example`)).toEqual({ kind: 'too_long' });
  });
});

describe('a move', () => {
  it('takes the domain away, gives it on, and goes back with what it led to', async () => {
    const one = await held();
    const { organizationId, fromOrganizationId, domain, connectionId } = one;
    const before = await state(one);
    expect(before).toMatchObject({
      from: { name: 'Northwharf Shipping', domain: { domain }, leadsTo: [{ id: connectionId }] },
      to: { name: 'Skerrylight Maritime', domain: null },
      members: { emails: [`ines@${domain}`], more: false },
      directories: 0,
    });
    const somebody = testPrincipal();
    await write(moveDomainOut, takeInput(one), somebody);
    expect(await state(one)).toMatchObject({
      from: { domain: null, leadsTo: [{ id: connectionId, label: 'Okta (SAML)' }] },
      to: { domain: null },
    });
    await write(moveDomainIn, giveInput(one), somebody);
    expect(await state(one)).toMatchObject({
      from: { domain: null },
      to: { domain: { status: 'auto_verified' } },
    });
    expect(await logOf(somebody)).toMatchObject([
      {
        action: 'domain.move_out',
        organizationId: fromOrganizationId,
        details: { domain, to: organizationId },
      },
      { action: 'domain.move_out', outcome: 'ok' },
      { action: 'domain.move_in', organizationId, details: { domain, from: fromOrganizationId } },
      { action: 'domain.move_in', outcome: 'ok' },
    ]);

    const here = (await state(one)).to.domain?.id ?? '';
    const back = { ...one, organizationId: fromOrganizationId, fromOrganizationId: organizationId };
    await write(moveDomainOut, takeInput({ ...back, domainId: here }));
    await write(moveDomainIn, { ...giveInput(back), connectionId });
    expect(await state(one)).toMatchObject({
      from: { domain: { domain }, leadsTo: [{ id: connectionId }] },
      to: { domain: null },
    });
  });

  it('is listed at both ends, for those who may see both', async () => {
    const one = await held();
    await write(moveDomainOut, takeInput(one));
    const { organizationId, fromOrganizationId, domain } = one;
    expect(await moves(organizationId)).toMatchObject([
      { domain, direction: 'in', otherId: fromOrganizationId, otherName: 'Northwharf Shipping' },
    ]);
    expect(await moves(fromOrganizationId)).toMatchObject([{ domain, direction: 'out' }]);
    expect(await moves(organizationId, limitedTo(organizationId))).toEqual([]);
  });

  it('needs both customers', async () => {
    const one = await held();
    for (const id of [one.organizationId, one.fromOrganizationId]) {
      const half = limitedTo(id);
      expect((await failureOf(state(one, half))).code).toBe('not_found');
      expect((await failureOf(write(moveDomainOut, takeInput(one), half))).code).toBe('not_found');
      expect((await failureOf(write(moveDomainIn, giveInput(one), half))).code).toBe('not_found');
      expect(await logOf(half)).toMatchObject([
        { kind: 'denied', action: 'domain.move_out' },
        { kind: 'denied', action: 'domain.move_in' },
      ]);
    }
    const both = limitedTo(one.organizationId, one.fromOrganizationId);
    await write(moveDomainOut, takeInput(one), both);
  });

  it('takes nothing while another name is typed, and no domain of a third customer', async () => {
    const one = await held();
    const wrong = { ...takeInput(one), confirmDomain: 'other.example' };
    expect((await failureOf(write(moveDomainOut, wrong))).fieldErrors?.confirmDomain).toContain(one.domain);
    const third = { ...takeInput(one), fromOrganizationId: await newOrganization() };
    expect((await failureOf(write(moveDomainOut, third))).code).toBe('not_found');
    expect(await moves(one.organizationId)).toEqual([]);
  });

  it('cannot give what somebody else has', async () => {
    const one = await held();
    const error = await failureOf(write(moveDomainIn, giveInput(one)));
    expect(error.fieldErrors?.domain).toMatch(/already exists/);
  });

  itFailsInWords({
    action: moveDomainOut,
    emulator,
    operation: 'domains.deleteDomain',
    input: async () => takeInput(await held()),
  });

  itFailsInWords({
    action: moveDomainIn,
    emulator,
    operation: 'domains.createDomain',
    input: async () => ({ ...giveInput(await held()), domain: newName() }),
  });
});
