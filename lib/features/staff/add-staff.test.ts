import { describe, expect, it } from 'vitest';
import { admitStaff } from '@/lib/auth/admit-staff';
import { toPrincipal } from '@/lib/auth/staff-principal';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { addStaff, deactivateStaff } from './actions';
import { listStaff } from './queries';
import { rowOf } from './test-people';

withTestDatabase();
const emulator = withEmulator();

const admin = () => newStaff({ role: 'admin' });
let count = 0;
const person = (part: object = {}) => ({
  email: `Ada.${++count}@Desk.example`,
  name: 'Ada Fenwick',
  role: 'support' as const,
  reach: 'all' as const,
  organizationIds: [],
  ...part,
});
const claimsOf = (email: string, verified = true) => ({
  iss: 'https://issuer.example',
  sub: `sub-${email}`,
  email,
  email_verified: verified,
});

describe('addStaff', () => {
  it('makes somebody ready, whom their first sign-in with a verified address becomes', async () => {
    const who = await admin();
    const organizationId = await newOrganization();
    const input = { ...person(), reach: 'chosen' as const, organizationIds: [organizationId] };
    const { staffId } = await write(addStaff, input, who);
    const email = input.email.toLowerCase();
    expect(await rowOf(staffId)).toMatchObject({ email, role: 'support', subject: null });
    expect(await admitStaff(claimsOf(email, false))).toEqual({ refusal: 'unverified_email' });
    expect(await admitStaff(claimsOf(email))).toMatchObject({ staff: { id: staffId } });
    const staff = await rowOf(staffId);
    const { role, customers } = await toPrincipal(staff, { id: '', authTime: null }, 'production');
    expect({ role, customers }).toEqual({ role: 'support', customers: new Set([organizationId]) });
    expect((await admitStaff({ ...claimsOf(email), sub: 'another' })) satisfies object).toEqual({
      refusal: 'email_taken',
    });
    expect((await logOf(who)).at(-1)).toMatchObject({ outcome: 'ok', targetId: staffId });
  });

  it('never lets somebody in who was shut out before their first sign-in', async () => {
    const who = await admin();
    const input = person();
    const { staffId } = await write(addStaff, input, who);
    await write(deactivateStaff, { staffId }, who);
    expect(await admitStaff(claimsOf(input.email.toLowerCase()))).toEqual({ refusal: 'disabled' });
  });

  it.each([
    ['no address', { email: 'ada' }, 'email'],
    ['a role that is none', { role: 'owner' as never }, 'role'],
    [
      'a customer that is not there',
      { reach: 'chosen' as const, organizationIds: ['org_404'] },
      'organizationIds',
    ],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const error = await failureOf(write(addStaff, person(part), await admin()));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('refuses an address twice, whatever its case', async () => {
    const who = await admin();
    const input = person();
    await write(addStaff, input, who);
    const error = await failureOf(write(addStaff, { ...input, email: input.email.toUpperCase() }, who));
    expect(error.fieldErrors?.email).toContain('among the staff already');
  });

  it('is for administrators who are that now, with a fresh sign-in', async () => {
    const lead = await newStaff({ role: 'lead' });
    expect((await failureOf(write(addStaff, person(), lead))).code).toBe('forbidden');
    const gone = { ...(await newStaff({ role: 'lead' })), role: 'admin' as const };
    expect((await failureOf(write(addStaff, person(), gone))).message).toContain('no administrator any more');
  });

  it.each([
    [429, 'rate_limited'],
    [500, 'unavailable'],
  ])('adds nobody when a customer cannot be read for an upstream %i', async (status, code) => {
    const who = await admin();
    const input = { ...person(), reach: 'chosen' as const, organizationIds: [await newOrganization()] };
    emulator.current.faults.add({ operation: 'organizations.getOrganization', status });
    expect((await failureOf(write(addStaff, input, who))).code).toBe(code);
    const text = input.email.slice(0, input.email.indexOf('@'));
    expect((await runQuery(listStaff.definition, 'production', who, { text })).rows).toEqual([]);
  });
});

describe('the list of staff', () => {
  it('is searched by a part of a name or an address, without regard to case', async () => {
    const who = await admin();
    await write(addStaff, person({ email: 'rowan@larkfield.example', name: 'Rowan Underhill' }), who);
    // Without regard to what a wildcard would match.
    await write(addStaff, person({ email: 'x1001@rowanfield.example', name: 'Edda Kerr' }), who);
    const find = (text: string) => runQuery(listStaff.definition, 'production', who, { text });
    expect((await find('UNDERHILL')).rows).toMatchObject([{ name: 'Rowan Underhill', isAwaited: true }]);
    expect(await find('@larkfield')).toMatchObject({ total: 1, nextToken: null });
    expect((await find('100%_')).rows).toEqual([]);
  });
});
