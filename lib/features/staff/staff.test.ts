import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { newSessionToken } from '@/lib/auth/session-token';
import { readSession, startSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import type { Action } from '@/lib/server/define-action';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { changeRole, deactivateStaff, reactivateStaff, revokeStaffSession } from './actions';
import { getStaff, listStaff } from './queries';
import type { OwnRole } from './schema';

withTestDatabase();
beforeEach(async () => {
  await db().staff.deleteMany();
});

/** Somebody who has signed in, with an open session. */
async function person(role: Principal['role'], part: object = {}) {
  const id = randomUUID();
  const email = `${role}.${id.slice(0, 8)}@keydesk.test`;
  await db().staff.create({
    data: { id, email, name: `A ${role}`, role, effectiveRole: role, lastSignInAt: new Date(), ...part },
  });
  const token = newSessionToken();
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  const facts = { authTime: new Date(), idToken: null, userAgent, ip: '198.51.100.7', previousToken: null };
  await startSession({ token, staffId: id, ...facts });
  return { id, token, principal: testPrincipal({ staffId: id, email, role }) };
}

const rowOf = (id: string) => db().staff.findUniqueOrThrow({ where: { id } });
const detailOf = (id: string, principal: Principal) =>
  runQuery(getStaff.definition, 'production', principal, { staffId: id });
const roleChange = (staffId: string, role: OwnRole, was: OwnRole, confirmOwn = '') => ({
  staffId,
  role,
  was,
  confirmOwn,
});
const outcomes = async (principal: Principal) =>
  (await logOf(principal)).map(({ kind, outcome, errorCode }) => outcome ?? errorCode ?? kind);

describe('what an administrator sees', () => {
  it('names role, origin, customers, last seen and sessions, and no token', async () => {
    const admin = await person('admin');
    const other = await person('viewer', {
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
    const admin = await person('admin');
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
    const admin = await person('admin');
    const other = await person('support');
    await write(changeRole, roleChange(other.id, 'lead', 'support'), admin.principal);
    expect(await rowOf(other.id)).toMatchObject({ role: 'lead' });
    expect((await readSession(other.token)).state).toBe('live');
    expect(await logOf(admin.principal)).toMatchObject([
      { kind: 'intent', action: 'staff.change_role', targetId: other.id, details: { role: 'lead' } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('left to the sign-in ends the sessions and keeps the least until then', async () => {
    const admin = await person('admin');
    const other = await person('admin');
    await write(changeRole, roleChange(other.id, 'sign_in', 'admin'), admin.principal);
    expect(await rowOf(other.id)).toMatchObject({ role: null, effectiveRole: 'viewer' });
    expect((await readSession(other.token)).state).toBe('ended');
  });

  it.each([
    ['the role that it is', 'support' as const, 'invalid'],
    ['a role that nobody knows', 'owner' as never, 'invalid'],
  ])('refuses %s', async (_what, role, code) => {
    const admin = await person('admin');
    const other = await person('support');
    const error = await failureOf(write(changeRole, roleChange(other.id, role, 'support'), admin.principal));
    expect(error.code).toBe(code);
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['role']);
  });

  it('refuses what was decided on an older state', async () => {
    const admin = await person('admin');
    const other = await person('lead');
    const error = await failureOf(
      write(changeRole, roleChange(other.id, 'viewer', 'support'), admin.principal),
    );
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringContaining('Lead') });
    expect(await outcomes(admin.principal)).toEqual(['intent', 'failed']);
  });

  it('asks for a fresh sign-in', async () => {
    const admin = await person('admin');
    const other = await person('support');
    const stale = { ...admin.principal, authTime: new Date(Date.now() - 3_600_000) };
    const error = await failureOf(write(changeRole, roleChange(other.id, 'lead', 'support'), stale));
    expect(error).toMatchObject({ code: 'unauthenticated', stepUp: true });
  });

  it('of oneself asks for one’s own address', async () => {
    const admin = await person('admin');
    await person('admin');
    const { id, principal } = admin;
    const typed = roleChange(id, 'viewer', 'admin', 'somebody@keydesk.test');
    const error = await failureOf(write(changeRole, typed, principal));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['confirmOwn']);
    await write(changeRole, { ...typed, confirmOwn: principal.email.toUpperCase() }, principal);
    expect((await rowOf(id)).role).toBe('viewer');
  });

  it('takes nothing from the last administrator', async () => {
    const admin = await person('admin');
    await person('admin', { disabledAt: new Date() });
    await person('admin', { allCustomers: false });
    await person('admin', { lastSignInAt: null });
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
      const [one, two] = await Promise.all([person('admin'), person('admin')]);
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
    const lead = await person('lead');
    const error = await failureOf(write(changeRole, roleChange(lead.id, 'admin', 'lead'), lead.principal));
    expect(error.code).toBe('forbidden');
    expect(await outcomes(lead.principal)).toEqual(['forbidden']);
  });
});

describe('deactivateStaff and reactivateStaff', () => {
  it('ends every session at once, without a fresh sign-in, and lets in again with one', async () => {
    const admin = await person('admin');
    const other = await person('lead');
    const stale = { ...admin.principal, authTime: null };
    await write(deactivateStaff, { staffId: other.id }, stale);
    expect(await readSession(other.token)).toEqual({ state: 'ended' });
    expect(await db().staffSession.count({ where: { staffId: other.id } })).toBe(0);
    expect((await logOf(stale)).at(-1)).toMatchObject({ outcome: 'ok', details: { sessionsEnded: 1 } });
    expect(await failureOf(write(reactivateStaff, { staffId: other.id }, stale))).toMatchObject({
      stepUp: true,
    });
    await write(reactivateStaff, { staffId: other.id }, admin.principal);
    expect(await rowOf(other.id)).toMatchObject({ disabledAt: null, role: 'lead' });
  });

  it('refuses oneself, and what is so already', async () => {
    const admin = await person('admin');
    const gone = await person('viewer', { disabledAt: new Date() });
    const tries: [Action<never, unknown>, string][] = [
      [deactivateStaff as never, admin.id],
      [deactivateStaff as never, gone.id],
      [reactivateStaff as never, admin.id],
    ];
    for (const [action, staffId] of tries) {
      const error = await failureOf(write(action, { staffId } as never, admin.principal));
      expect(error.code).toBe('conflict');
    }
  });

  it('leaves one of two who deactivate each other at once', async () => {
    const [one, two] = await Promise.all([person('admin'), person('admin')]);
    const settled = await Promise.allSettled([
      write(deactivateStaff, { staffId: two.id }, one.principal),
      write(deactivateStaff, { staffId: one.id }, two.principal),
    ]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().staff.count({ where: { disabledAt: null } })).toBe(1);
  });

  it('changes nothing when the database fails in the middle', async () => {
    const admin = await person('admin');
    const other = await person('viewer');
    const broken = vi.spyOn(db(), '$transaction').mockRejectedValueOnce(new Error('connection lost'));
    const error = await failureOf(write(deactivateStaff, { staffId: other.id }, admin.principal));
    broken.mockRestore();
    expect(error).toMatchObject({ code: 'internal', requestId: expect.stringMatching(/^kd_/) });
    expect(await outcomes(admin.principal)).toEqual(['intent', 'failed']);
    expect((await rowOf(other.id)).disabledAt).toBeNull();
  });

  it('knows nobody by another id', async () => {
    const admin = await person('admin');
    const error = await failureOf(write(deactivateStaff, { staffId: randomUUID() }, admin.principal));
    expect(error.code).toBe('not_found');
    const bad = await failureOf(write(deactivateStaff, { staffId: 'x' }, admin.principal));
    expect(bad.code).toBe('invalid');
  });

  it('is refused to a limited administrator', async () => {
    const limited = testPrincipal({ role: 'admin', customers: new Set(['org_1']) });
    const other = await person('viewer');
    expect((await failureOf(write(deactivateStaff, { staffId: other.id }, limited))).code).toBe('forbidden');
  });
});

describe('revokeStaffSession', () => {
  it('ends one session and no other, without a fresh sign-in', async () => {
    const admin = await person('admin');
    const [one, two] = [await person('viewer'), await person('viewer')];
    const stale = { ...admin.principal, authTime: null };
    const [row] = (await detailOf(one.id, stale)).sessionRows;
    const sessionId = row?.id ?? '';
    expect((await failureOf(write(revokeStaffSession, { staffId: two.id, sessionId }, stale))).code).toBe(
      'not_found',
    );
    await write(revokeStaffSession, { staffId: one.id, sessionId }, stale);
    expect(await readSession(one.token)).toEqual({ state: 'ended' });
    expect((await readSession(two.token)).state).toBe('live');
    const again = await failureOf(write(revokeStaffSession, { staffId: one.id, sessionId }, stale));
    expect(again.code).toBe('not_found');
  });

  it('is refused to a lead', async () => {
    const lead = await person('lead');
    const input = { staffId: lead.id, sessionId: randomUUID() };
    expect((await failureOf(write(revokeStaffSession, input, lead.principal))).code).toBe('forbidden');
  });
});
