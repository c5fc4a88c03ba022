import { describe, expect, it } from 'vitest';
import { toPrincipal } from '@/lib/auth/staff-principal';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { whileSilent } from '@/tests/setup/silence';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { assignCustomers } from './actions';
import { findAssignable, listAssignedCustomers } from './queries';

withTestDatabase();
const emulator = withEmulator();

const admin = () => newStaff({ role: 'admin' });
const chosen = (staffId: string, organizationIds: string[], was: string[] | null = null) => ({
  ...{ staffId, organizationIds, was, confirmOwn: '' },
  reach: 'chosen' as const,
});

async function reachOf(staffId: string, environment = 'production') {
  const staff = await db().staff.findUniqueOrThrow({ where: { id: staffId } });
  return (await toPrincipal(staff, { id: '', authTime: null }, environment)).customers;
}

describe('assignCustomers', () => {
  it('limits, changes and lifts, here alone', async () => {
    const [who, other] = [await admin(), await newStaff()];
    const [one, two] = [await newOrganization('Larkfield Ferries'), await newOrganization()];
    await write(assignCustomers, chosen(other.staffId, [one, one]), who);
    expect(await reachOf(other.staffId)).toEqual(new Set([one]));
    expect(await reachOf(other.staffId, 'development')).toEqual(new Set());
    const named = await runQuery(listAssignedCustomers.definition, 'production', who, {
      staffId: other.staffId,
    });
    expect(named).toEqual([{ id: one, name: 'Larkfield Ferries' }]);
    await write(assignCustomers, chosen(other.staffId, [two], [one]), who);
    expect(await reachOf(other.staffId)).toEqual(new Set([two]));
    await write(assignCustomers, { ...chosen(other.staffId, [], [two]), reach: 'all' }, who);
    expect(await reachOf(other.staffId)).toBe('all');
    expect((await logOf(who)).filter(({ kind }) => kind === 'intent').map(({ details }) => details)).toEqual([
      { customers: [one, one] },
      { customers: [two] },
      { customers: 'all' },
    ]);
  });

  it('refuses an organization that is not there, and lists that changed meanwhile', async () => {
    const [who, other] = [await admin(), await newStaff()];
    const id = await newOrganization();
    const missing = await failureOf(write(assignCustomers, chosen(other.staffId, [id, 'org_404']), who));
    expect(missing.fieldErrors?.organizationIds).toContain('org_404');
    const stale = await failureOf(write(assignCustomers, chosen(other.staffId, [id], ['org_1']), who));
    expect(stale.code).toBe('conflict');
    expect(await reachOf(other.staffId)).toBe('all');
  });

  it.each([
    [429, 'rate_limited'],
    [500, 'unavailable'],
  ])('changes nothing for an upstream %i', async (status, code) => {
    const [who, other] = [await admin(), await newStaff()];
    const id = await newOrganization();
    emulator.current.faults.add({ operation: 'organizations.getOrganization', status });
    const error = await failureOf(write(assignCustomers, chosen(other.staffId, [id]), who));
    expect(error).toMatchObject({ code, requestId: expect.any(String) });
    expect(await reachOf(other.staffId)).toBe('all');
  });

  it('changes nothing for a time-out', async () => {
    const [who, other] = [await admin(), await newStaff()];
    const id = await newOrganization();
    const act = () => write(assignCustomers, chosen(other.staffId, [id]), who);
    const error = await failureOf(whileSilent(emulator.current, 'organizations.getOrganization', act));
    expect(error.code).toBe('unavailable');
    expect(await reachOf(other.staffId)).toBe('all');
  });

  it('is for administrators, and does not limit the last one', async () => {
    await db().staff.deleteMany();
    const [who, lead] = [await admin(), await newStaff({ role: 'lead' })];
    expect((await failureOf(write(assignCustomers, chosen(who.staffId, []), lead))).code).toBe('forbidden');
    const own = { ...chosen(who.staffId, []), confirmOwn: who.email };
    expect((await failureOf(write(assignCustomers, own, who))).code).toBe('conflict');
    const unconfirmed = await failureOf(write(assignCustomers, chosen(who.staffId, []), who));
    expect(Object.keys(unconfirmed.fieldErrors ?? {})).toEqual(['confirmOwn']);
  });
});

describe('findAssignable', () => {
  it('finds by a part of the name and by id', async () => {
    const who = await admin();
    const id = await newOrganization('Quillmere Paper');
    const find = (text: string) => runQuery(findAssignable.definition, 'production', who, { text });
    const row = { id, name: 'Quillmere Paper' };
    expect(await find('quillm')).toEqual([row]);
    expect(await find(id)).toEqual([row]);
    expect(await find('nobody at all')).toEqual([]);
    expect((await find('')).length).toBeGreaterThan(0);
  });
});
