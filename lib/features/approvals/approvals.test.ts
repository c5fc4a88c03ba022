import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { needsSecondPerson } from '@/lib/auth/approvals.data';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { revokeApiKeys } from '@/lib/features/api-keys/actions';
import { deleteOrganization } from '@/lib/features/organizations/actions';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { approve, refuse, switchApprovalsOff, switchApprovalsOn, withdraw } from './actions';
import { getApprovalSwitch, getApprovalsAtHand, listApprovals } from './queries';

withTestDatabase();
const emulator = withEmulator();
const operation = 'organizations.deleteOrganization';

const person = (role: Principal['role'], part: Partial<Principal> = {}) =>
  testPrincipal({ role, email: `${role}-${randomUUID().slice(0, 8)}@keydesk.test`, ...part });
const lead = (part?: Partial<Principal>) => person('lead', part);
const switchOn = () =>
  db().approvalSwitch.create({
    data: { environment: 'production', switchedOnByEmail: 'admin@keydesk.test' },
  });
const nameOf = async (organizationId: string) =>
  emulator.current.store.organizations.get(organizationId)?.displayName ?? '';

async function deletion(part: object = {}) {
  const organizationId = await newOrganization();
  emulator.current.journal.clear();
  const confirmName = await nameOf(organizationId);
  return { organizationId, confirmName, reason: 'They left us', ...part };
}
const remove = (input: Awaited<ReturnType<typeof deletion>>, who: Principal) =>
  write(deleteOrganization, input, who);
const list = (who: Principal) => runQuery(listApprovals.definition, 'production', who, {});
const atHand = (who: Principal) => runQuery(getApprovalsAtHand.definition, 'production', who, {});

/** Somebody asks for a deletion. */
async function asked(who = lead()) {
  const input = await deletion();
  expect((await failureOf(remove(input, who))).code).toBe('needs_approval');
  const row = (await list(who)).rows[0];
  if (!row) throw new Error('Nothing was asked for');
  return { input, who, approvalId: row.id };
}

beforeEach(async () => {
  await db().approvalSwitch.deleteMany();
  await db().approval.deleteMany();
});

describe('switched off', () => {
  it('nothing needs a second person', async () => {
    const input = await deletion();
    await remove(input, lead());
    expect(await db().approval.count()).toBe(0);
  });

  it('goes on by an administrator after a fresh sign-in, when there is another one', async () => {
    const admin = person('admin');
    expect((await failureOf(write(switchApprovalsOn, {}, admin))).code).toBe('conflict');
    const other = await newStaff({ role: 'admin' });
    expect((await failureOf(write(switchApprovalsOn, {}, lead()))).code).toBe('forbidden');
    const stale = person('admin', { authTime: null });
    expect(await failureOf(write(switchApprovalsOn, {}, stale))).toMatchObject({ stepUp: true });
    await write(switchApprovalsOn, {}, admin);
    const state = await runQuery(getApprovalSwitch.definition, 'production', person('support'), {});
    expect(state).toMatchObject({ byEmail: admin.email });
    await db().staff.delete({ where: { id: other.staffId } });
  });
});

describe('switched on', () => {
  beforeEach(switchOn);

  it('a deletion is asked for, approved by somebody else, and done once', async () => {
    const { input, who, approvalId } = await asked();
    expect(emulator.current.journal.list(operation)).toEqual([]);
    expect((await failureOf(remove(input, who))).message).toMatch(/has not decided on this yet/);
    expect(await db().approval.count(), 'asked once').toBe(1);

    const second = lead();
    expect((await atHand(second)).toDecide).toMatchObject([
      { permission: 'organization.delete', organizationId: input.organizationId, reason: 'They left us' },
    ]);
    await write(approve, { approvalId, comment: 'Seen the ticket' }, second);
    expect((await atHand(who)).own).toMatchObject([{ state: 'approved', decidedByEmail: second.email }]);

    await remove({ ...input, reason: 'They left us last week' }, who);
    expect(emulator.current.journal.list(operation)).toHaveLength(1);
    // What was written goes with the customer.
    expect((await list(who)).rows).toMatchObject([{ state: 'used', reason: null, comment: null }]);
    expect((await failureOf(remove(input, who))).code, 'not twice').toBe('needs_approval');
    expect(await logOf(who)).toMatchObject([
      { kind: 'denied', errorCode: 'needs_approval', organizationId: input.organizationId },
      { kind: 'denied', errorCode: 'needs_approval' },
      { kind: 'intent', details: { approval: approvalId } },
      { kind: 'outcome', outcome: 'ok' },
      { kind: 'denied' },
    ]);
    expect(await logOf(second)).toMatchObject([
      { kind: 'intent', action: 'approval.approve', targetId: approvalId },
      { details: { permission: 'organization.delete', about: input.organizationId } },
    ]);
  });

  it('nobody approves what they asked for, or could not do, or after somebody else has decided', async () => {
    const { who, approvalId, input } = await asked(person('admin'));
    expect((await failureOf(write(approve, { approvalId }, who))).code).toBe('forbidden');
    expect((await failureOf(write(approve, { approvalId }, person('support')))).code).toBe('forbidden');
    const limited = lead({ customers: new Set(['org_1']) });
    expect((await failureOf(write(approve, { approvalId }, limited))).code).toBe('not_found');
    const stale = lead({ authTime: null });
    expect(await failureOf(write(approve, { approvalId }, stale))).toMatchObject({ stepUp: true });
    expect((await failureOf(write(approve, { approvalId: randomUUID() }, lead()))).code).toBe('not_found');
    const decisions = await Promise.allSettled(
      [approve, refuse, approve].map((decision) => write(decision, { approvalId }, lead())),
    );
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await atHand(limited)).toDecide).toEqual([]);
    expect((await list(limited)).rows).toEqual([]);
    expect(input.organizationId).toBeTruthy();
  });

  it('an approval is for the very thing and the very person', async () => {
    const { who, approvalId, input } = await asked();
    await write(approve, { approvalId }, lead());
    const another = await deletion();
    expect((await failureOf(remove(another, who))).code).toBe('needs_approval');
    expect((await failureOf(remove(input, lead()))).code).toBe('needs_approval');
    expect(emulator.current.journal.list(operation)).toEqual([]);
    await remove(input, who);
  });

  it('a refusal and a withdrawal let nothing through, and one may ask again', async () => {
    const first = await asked();
    await write(refuse, { approvalId: first.approvalId, comment: 'Not this one' }, lead());
    expect((await atHand(first.who)).own).toMatchObject([{ state: 'refused', comment: 'Not this one' }]);
    expect((await failureOf(remove(first.input, first.who))).code).toBe('needs_approval');
    const second = await asked();
    await write(approve, { approvalId: second.approvalId }, lead());
    expect((await failureOf(write(withdraw, { approvalId: second.approvalId }, lead()))).code).toBe(
      'not_found',
    );
    await write(withdraw, { approvalId: second.approvalId }, second.who);
    expect((await failureOf(remove(second.input, second.who))).code).toBe('needs_approval');
    expect(emulator.current.journal.list(operation)).toEqual([]);
  });

  it('what ran out is worth nothing, asked or approved', async () => {
    const { who, approvalId, input } = await asked();
    const past = { expiresAt: new Date(Date.now() - 1) };
    await db().approval.updateMany({ data: past });
    expect((await failureOf(write(approve, { approvalId }, lead()))).code).toBe('conflict');
    await db().approval.updateMany({ data: { state: 'approved' } });
    expect((await list(who)).rows).toMatchObject([{ state: 'expired' }]);
    expect((await failureOf(remove(input, who))).code).toBe('needs_approval');
  });

  it('two tabs get one approval', async () => {
    const { who, approvalId, input } = await asked();
    await write(approve, { approvalId }, lead());
    const results = await Promise.allSettled([remove(input, who), remove(input, who)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(emulator.current.journal.list(operation)).toHaveLength(1);
  });

  it.each([404, 409, 429, 500])('an upstream %i gives the approval back', async (status) => {
    const { who, approvalId, input } = await asked();
    await write(approve, { approvalId }, lead());
    emulator.current.faults.add({ operation, status, times: 1 });
    await failureOf(remove(input, who));
    expect(await db().approval.findFirst({ where: { id: approvalId } })).toMatchObject({ usedAt: null });
    emulator.current.faults.clear();
    await remove(input, who);
  });

  it('a time-out does not: it may have happened', async () => {
    const { who, approvalId, input } = await asked();
    await write(approve, { approvalId }, lead());
    const error = await failureOf(whileSilent(emulator.current, operation, () => remove(input, who)));
    expect(error.unknown).toBe(true);
    expect((await failureOf(remove(input, who))).code).toBe('needs_approval');
  });

  it('containment never waits', async () => {
    const organizationId = await newOrganization();
    await write(revokeApiKeys, { organizationId, keys: null }, await newStaff());
    const contains = /\.(revoke\w*|disable|disconnect\w*|end\w*|contain|remove\w*|pause|cancel)$/;
    expect(needsSecondPerson.filter((name) => contains.test(name))).toEqual([]);
  });

  it('switching it off needs a second administrator', async () => {
    const admin = person('admin');
    expect((await failureOf(write(switchApprovalsOff, {}, admin))).code).toBe('needs_approval');
    const [row] = (await list(admin)).rows;
    const approvalId = row?.id ?? '';
    expect((await failureOf(write(approve, { approvalId }, lead()))).code).toBe('forbidden');
    await write(approve, { approvalId }, person('admin'));
    await write(switchApprovalsOff, {}, admin);
    expect(await db().approvalSwitch.count()).toBe(0);
  });

  it.each([
    ['no id', { approvalId: 'x' }, 'approvalId'],
    ['a comment of 201 characters', { approvalId: randomUUID(), comment: 'x'.repeat(201) }, 'comment'],
  ])('a decision with %s is refused', async (_what, input, field) => {
    for (const decision of [approve, refuse]) {
      const error = await failureOf(write(decision, input, lead()));
      expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
    }
  });

  it('keeps no address of a customer’s person', async () => {
    await asked();
    const dump = JSON.stringify(await db().approval.findMany());
    expect(dump).not.toMatch(/@customer\.example/);
  });
});
