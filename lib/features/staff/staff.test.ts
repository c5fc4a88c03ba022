import { beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { changeRole } from './actions';
import { listStaff } from './queries';
import { detailOf, newPerson, outcomes, roleChange, rowOf } from './test-people';

withTestDatabase();
beforeEach(async () => {
  await db().staff.deleteMany();
});

describe('what an administrator sees', () => {
  it('names role, origin, customers, last seen and sessions, and no token', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('viewer', {
      ...{ role: null, roleSource: 'claim', allCustomers: false, lastSignInAt: null },
      customers: { create: { environment: 'production', organizationId: 'org_1' } },
    });
    const page = await runQuery(listStaff.definition, 'production', admin.principal, {});
    expect(page).toMatchObject({ total: 2, nextToken: null });
    expect(page.rows.find(({ id }) => id === other.id)).toMatchObject({
      ...{ role: 'viewer', ownRole: 'sign_in', origin: 'claim', customers: 1, sessions: 1 },
      ...{ isActive: true, isYou: false, lastSeenAt: expect.any(String) },
    });
    const detail = await detailOf(other.id, admin.principal);
    expect(detail.sessionRows).toMatchObject([{ device: 'Chrome 140 on Windows', ip: '198.51.100.7' }]);
    const session = await db().staffSession.findFirstOrThrow({ where: { staffId: other.id } });
    expect(JSON.stringify([page, detail])).not.toContain(session.tokenHash);
  });

  it.each([
    ['a lead', { role: 'lead' as const }],
    ['a limited administrator', { role: 'admin' as const, customers: new Set<string>() }],
  ])('%s sees nobody', async (_who, part) => {
    const read = runQuery(listStaff.definition, 'production', testPrincipal(part), {});
    expect((await failureOf(read)).code).toBe('forbidden');
  });

  it('walks long lists', async () => {
    const admin = await newPerson('admin');
    const more = Array.from({ length: 60 }, (_, n) => ({
      email: `n${n}@keydesk.test`,
      name: `N ${n}`,
      effectiveRole: 'viewer',
    }));
    await db().staff.createMany({ data: more });
    const first = await runQuery(listStaff.definition, 'production', admin.principal, {});
    const second = await runQuery(listStaff.definition, 'production', admin.principal, {
      pageToken: first.nextToken ?? '',
    });
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(61);
  });
});

describe('changeRole', () => {
  it('counts from the next click on, and stands in the log', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('support');
    await write(changeRole, roleChange(other.id, 'lead', 'support'), admin.principal);
    expect(await rowOf(other.id)).toMatchObject({ role: 'lead' });
    expect((await readSession(other.token)).state).toBe('live');
    expect(await logOf(admin.principal)).toMatchObject([
      { kind: 'intent', action: 'staff.change_role', targetId: other.id, details: { role: 'lead' } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('left to the sign-in ends the sessions and keeps the least until then', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('admin');
    await write(changeRole, roleChange(other.id, 'sign_in', 'admin'), admin.principal);
    expect(await rowOf(other.id)).toMatchObject({ role: null, effectiveRole: 'viewer' });
    expect((await readSession(other.token)).state).toBe('ended');
  });

  it.each([
    ['the role that it is', 'support' as const, 'invalid'],
    ['a role that nobody knows', 'owner' as never, 'invalid'],
  ])('refuses %s', async (_what, role, code) => {
    const admin = await newPerson('admin');
    const other = await newPerson('support');
    const error = await failureOf(write(changeRole, roleChange(other.id, role, 'support'), admin.principal));
    expect(error.code).toBe(code);
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['role']);
  });

  it('refuses what was decided on an older state', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('lead');
    const error = await failureOf(
      write(changeRole, roleChange(other.id, 'viewer', 'support'), admin.principal),
    );
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringContaining('Lead') });
    expect(await outcomes(admin.principal)).toEqual(['intent', 'failed']);
  });

  it('asks for a fresh sign-in', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('support');
    const stale = { ...admin.principal, authTime: new Date(Date.now() - 3_600_000) };
    const error = await failureOf(write(changeRole, roleChange(other.id, 'lead', 'support'), stale));
    expect(error).toMatchObject({ code: 'unauthenticated', stepUp: true });
  });

  it('of oneself asks for one’s own address', async () => {
    const admin = await newPerson('admin');
    await newPerson('admin');
    const { id, principal } = admin;
    const typed = roleChange(id, 'viewer', 'admin', 'somebody@keydesk.test');
    const error = await failureOf(write(changeRole, typed, principal));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['confirmOwn']);
    await write(changeRole, { ...typed, confirmOwn: principal.email.toUpperCase() }, principal);
    expect((await rowOf(id)).role).toBe('viewer');
  });

  it('takes nothing from the last administrator', async () => {
    const admin = await newPerson('admin');
    await newPerson('admin', { disabledAt: new Date() });
    await newPerson('admin', { allCustomers: false });
    await newPerson('admin', { lastSignInAt: null });
    for (const role of ['lead', 'sign_in'] as const) {
      const change = roleChange(admin.id, role, 'admin', admin.principal.email);
      const error = await failureOf(write(changeRole, change, admin.principal));
      expect(error).toMatchObject({ code: 'conflict', message: expect.stringMatching(/last active admin/) });
    }
    expect((await rowOf(admin.id)).role).toBe('admin');
  });

  it.each(Array.from({ length: 8 }, (_, round) => [round]))(
    'leaves one of two who take each other’s role at once (%i)',
    async () => {
      const [one, two] = await Promise.all([newPerson('admin'), newPerson('admin')]);
      const settled = await Promise.allSettled([
        write(changeRole, roleChange(two.id, 'viewer', 'admin'), one.principal),
        write(changeRole, roleChange(one.id, 'viewer', 'admin'), two.principal),
      ]);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(settled.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'forbidden' });
      expect(await db().staff.count({ where: { role: 'admin' } })).toBe(1);
    },
  );

  it('is refused to a lead, and logged', async () => {
    const lead = await newPerson('lead');
    const error = await failureOf(write(changeRole, roleChange(lead.id, 'admin', 'lead'), lead.principal));
    expect(error.code).toBe('forbidden');
    expect(await outcomes(lead.principal)).toEqual(['forbidden']);
  });
});
