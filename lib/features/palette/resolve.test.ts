import { beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { readPaste } from '@/lib/paste';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { writeDocuments } from '@/lib/server/search-index/store';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { pinOrganization, unpinOrganization, walkNow } from './actions';
import { noteVisit } from './marks';
import { askAnything, findAnything, lookUpAnything, readPaletteHome, readPin } from './queries';
import { recentAtMost } from './schema';

withTestDatabase();
const emulator = withEmulator();
const ask = (text: string, principal: Principal = testPrincipal()) =>
  runQuery(askAnything.definition, 'production', principal, { text });
const found = async (text: string, principal?: Principal) =>
  (await ask(text, principal)).hits.map(({ kind, id }) => `${kind} ${id}`);

let customer: { organizationId: string; userId: string; tokenId: string; value: string };
beforeEach(async () => {
  customer ??= await newCustomer();
  await db().searchDocument.deleteMany();
  emulator.current.journal.clear();
});

async function newCustomer() {
  const { organizations, users, tokens } = scalekitClient('production');
  const { organization } = await organizations.createOrganization({
    organization: { displayName: 'Heronsgate Rail', externalId: 'crm-4711' },
  });
  const organizationId = organization?.id ?? '';
  const { user } = await users.createUserAndMembership({
    ...{ organizationId, sendInvitationEmail: false },
    user: { email: 'Jane@heronsgate.example', externalId: 'hr-7' },
  });
  const { tokenId, token: value } = await tokens.createToken({
    token: { organizationId, description: 'Nightly' },
  });
  return { organizationId, userId: user?.id ?? '', tokenId, value };
}

describe('what the index does not know', () => {
  it('is asked for by id, e-mail, external id, address and the value of a key', async () => {
    const { organizationId, userId, tokenId, value } = customer;
    const [organization, user, key] = [
      `organization ${organizationId}`,
      `user ${userId}`,
      `api_key ${tokenId}`,
    ];
    expect(await found(organizationId)).toEqual([organization]);
    expect(await found('crm-4711')).toEqual([organization]);
    expect(await found(userId)).toEqual([user]);
    expect(await found('jane@heronsgate.example')).toEqual([user]);
    expect(await found('hr-7')).toEqual([user]);
    expect(await found(tokenId)).toEqual([key]);
    expect(await found(value)).toEqual([key]);
    expect(await found(`https://app.example/o/${organizationId}/keys`)).toEqual([organization]);
  });

  it('is in the index from then on, without the key', async () => {
    await ask(customer.value);
    const rows = await db().searchDocument.findMany();
    expect(rows).toMatchObject([{ kind: 'api_key', id: customer.tokenId }]);
    expect(JSON.stringify(rows)).not.toContain(customer.value);
    const lastFour = customer.value.slice(-4);
    const hits = await runQuery(findAnything.definition, 'production', testPrincipal(), { text: lastFour });
    expect(hits).toMatchObject([{ kind: 'api_key', isExact: true }]);
  });

  it('is not found for somebody limited to others, and not kept for them either', async () => {
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    for (const text of [customer.organizationId, 'crm-4711', customer.userId, customer.value])
      expect(await found(text, limited)).toEqual([]);
    expect(await db().searchDocument.count()).toBe(0);
    const theirs = testPrincipal({ customers: new Set([customer.organizationId]) });
    expect(await found('hr-7', theirs)).toEqual([`user ${customer.userId}`]);
  });

  it('says what was asked, and what cannot be', async () => {
    expect(await ask('nobody-has-this')).toEqual({
      hits: [],
      asked: 'organizations and users with this external id',
      reason: null,
    });
    expect((await ask('dir_176543210000000001')).reason).toContain('cannot be asked');
    emulator.current.journal.clear();
    const long = 'a-very-long-name-of-a-customer.example';
    for (const text of [long, `https://${long}/start`, 'x '.repeat(129)]) {
      const { hits, asked, reason } = await ask(text);
      expect([hits, asked]).toEqual([[], null]);
      expect(reason).toContain('at most');
    }
    expect(emulator.current.journal.list()).toEqual([]);
    // The person is asked for, and the customer with the domain cannot be.
    expect((await ask(`jane@${long}`)).asked).toBe('users with this e-mail');
    emulator.current.faults.add({ operation: 'organizations.getOrganization', status: 500 });
    expect(await failureOf(ask(customer.organizationId))).toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['an ObjectId', '507f1f77bcf86cd799439011'],
    ['a ULID', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    ['a UUID without dashes', '0b6f1d0e6a434b779d0c0f6f0a3b2c11'],
    ['a UUID', '0b6f1d0e-6a43-4b77-9d0c-0f6f0a3b2c11'],
    ['two digits', '42'],
  ])('is found by an external id that is %s, once the person says what it is', async (_name, text) => {
    const { organizations } = scalekitClient('production');
    const organization = { displayName: 'Herons', externalId: text };
    const id = (await organizations.createOrganization({ organization })).organization?.id ?? '';
    const input = { text, as: readPaste(text).form === 'secret' ? ('words' as const) : undefined };
    const lookUp = (given: { text: string }) =>
      runQuery(lookUpAnything.definition, 'production', testPrincipal(), given);
    emulator.current.journal.clear();
    if (input.as) {
      // Unasked, it goes where a key goes and nowhere else.
      expect(await found(text)).toEqual([]);
      const calls = emulator.current.journal.list().map(({ operation }) => operation);
      expect(calls).toEqual(['tokens.validateToken']);
      expect(await lookUp({ text })).toBeNull();
    }
    const asked = await runQuery(askAnything.definition, 'production', testPrincipal(), input);
    expect(asked.hits).toMatchObject([{ kind: 'organization', id }]);
    // By now the index has it.
    const known = await runQuery(findAnything.definition, 'production', testPrincipal(), input);
    expect(known).toMatchObject([{ id, isExact: true }]);
    expect(await lookUp(input)).toMatchObject({ id });
  });

  it('leads from an address of the kind that macros have, unless it is a secret', async () => {
    const lookUp = (text: string) =>
      runQuery(lookUpAnything.definition, 'production', testPrincipal(), { text });
    expect(await lookUp('crm-4711')).toMatchObject({ id: customer.organizationId });
    expect(await lookUp('nobody-has-this')).toBeNull();
    emulator.current.journal.clear();
    expect(await lookUp('skapi_live_9f8e7d6c5b4a39281706f5e4d3c2b1a0')).toBeNull();
    expect(emulator.current.journal.list()).toEqual([]);
  });
});

describe('what one keeps at hand', () => {
  it('is pinned and let go by each person for themselves, and is in the log', async () => {
    const [one, other] = [await newStaff({ role: 'viewer' }), await newStaff()];
    const { organizationId } = customer;
    await write(pinOrganization, { organizationId }, one);
    await write(pinOrganization, { organizationId }, one);
    const pinned = (principal: Principal) =>
      runQuery(readPin.definition, 'production', principal, { organizationId });
    expect([await pinned(one), await pinned(other)]).toEqual([true, false]);
    const home = await runQuery(readPaletteHome.definition, 'production', one, {});
    expect(home.pinned).toEqual([{ organizationId, title: 'Heronsgate Rail' }]);
    await write(unpinOrganization, { organizationId }, one);
    expect(await pinned(one)).toBe(false);
    const acts = (await logOf(one)).filter(({ kind }) => kind === 'intent').map(({ action }) => action);
    expect(acts).toEqual(['search.pin', 'search.pin', 'search.unpin']);
  });

  it('is refused for a customer of others, for nobody, and says when Scalekit fails', async () => {
    const { organizationId } = customer;
    const limited = await newStaff({ customers: new Set(['org_1']) });
    expect(await failureOf(write(pinOrganization, { organizationId }, limited))).toMatchObject({
      code: 'not_found',
    });
    expect(await failureOf(write(pinOrganization, { organizationId: 'nothing' }))).toMatchObject({
      code: 'invalid',
    });
    for (const [status, code] of [
      [404, 'not_found'],
      [429, 'rate_limited'],
    ] as const) {
      emulator.current.faults.add({ operation: 'organizations.getOrganization', status });
      const error = await failureOf(write(pinOrganization, { organizationId }, await newStaff()));
      expect(error.code).toBe(code);
      emulator.current.faults.clear();
      await db().apiBudget.deleteMany();
    }
  });

  it('remembers the last twenty customers, and none that was taken from one', async () => {
    const somebody = await newStaff();
    for (let visit = 0; visit <= recentAtMost; visit += 1) {
      await noteVisit('production', somebody.staffId, {
        ...{ id: `org_${visit}`, displayName: `Customer ${visit}`, externalId: null },
      });
    }
    const recent = async (principal: Principal) =>
      (await runQuery(readPaletteHome.definition, 'production', principal, {})).recent;
    expect(await recent(somebody)).toHaveLength(recentAtMost);
    expect((await recent(somebody))[0]).toEqual({ organizationId: 'org_20', title: 'Customer 20' });
    const row = { kind: 'organization' as const, id: 'org_7', organizationIds: ['org_7'], title: 'Before' };
    await writeDocuments('production', [{ ...row, exact: ['seventh'] }], new Date());
    await noteVisit('production', somebody.staffId, { id: 'org_7', displayName: 'Now', externalId: null });
    const bySlug = { text: 'seventh' };
    expect(await runQuery(findAnything.definition, 'production', somebody, bySlug)).toMatchObject([
      { title: 'Now', isExact: true },
    ]);
    await noteVisit('production', somebody.staffId, {
      ...{ id: 'org_7', displayName: 'Customer 7', externalId: null },
    });
    const limited = { ...somebody, customers: new Set(['org_7']) };
    expect(await recent(limited)).toEqual([{ organizationId: 'org_7', title: 'Customer 7' }]);
  });
});

it('a walk is asked for by administrators alone', async () => {
  for (const principal of [
    testPrincipal({ role: 'lead' }),
    testPrincipal({ role: 'admin', customers: new Set() }),
  ])
    expect(await failureOf(write(walkNow, {}, principal))).toMatchObject({ code: 'forbidden' });
  await write(walkNow, {}, testPrincipal({ role: 'admin' }));
  const { freshness } = await runQuery(readPaletteHome.definition, 'production', testPrincipal(), {});
  expect(freshness).toMatchObject({ finishedAt: null, done: 0 });
  expect(freshness.startedAt).not.toBeNull();
});
