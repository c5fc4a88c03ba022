import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import type { Action } from '@/lib/server/define-action';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { deactivateStaff, reactivateStaff, revokeStaffSession } from './actions';
import { detailOf, newPerson, outcomes, rowOf } from './test-people';

withTestDatabase();
beforeEach(async () => {
  await db().staff.deleteMany();
});

describe('deactivateStaff and reactivateStaff', () => {
  it('ends every session at once, without a fresh sign-in, and lets in again with one', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('lead');
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
    const admin = await newPerson('admin');
    const gone = await newPerson('viewer', { disabledAt: new Date() });
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
    const [one, two] = await Promise.all([newPerson('admin'), newPerson('admin')]);
    const settled = await Promise.allSettled([
      write(deactivateStaff, { staffId: two.id }, one.principal),
      write(deactivateStaff, { staffId: one.id }, two.principal),
    ]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().staff.count({ where: { disabledAt: null } })).toBe(1);
  });

  it('changes nothing when the database fails in the middle', async () => {
    const admin = await newPerson('admin');
    const other = await newPerson('viewer');
    const real = db().$transaction.bind(db());
    const broken = vi.spyOn(db(), '$transaction');
    // The first one writes the intent into the staff log.
    broken.mockImplementationOnce(real as never).mockRejectedValueOnce(new Error('connection lost'));
    const error = await failureOf(write(deactivateStaff, { staffId: other.id }, admin.principal));
    broken.mockRestore();
    expect(error).toMatchObject({ code: 'internal', requestId: expect.stringMatching(/^kd_/) });
    expect(await outcomes(admin.principal)).toEqual(['intent', 'failed']);
    expect((await rowOf(other.id)).disabledAt).toBeNull();
  });

  it('knows nobody by another id', async () => {
    const admin = await newPerson('admin');
    const error = await failureOf(write(deactivateStaff, { staffId: randomUUID() }, admin.principal));
    expect(error.code).toBe('not_found');
    const bad = await failureOf(write(deactivateStaff, { staffId: 'x' }, admin.principal));
    expect(bad.code).toBe('invalid');
  });

  it('is refused to a limited administrator', async () => {
    const limited = testPrincipal({ role: 'admin', customers: new Set(['org_1']) });
    const other = await newPerson('viewer');
    expect((await failureOf(write(deactivateStaff, { staffId: other.id }, limited))).code).toBe('forbidden');
  });
});

describe('revokeStaffSession', () => {
  it('ends one session and no other, without a fresh sign-in', async () => {
    const admin = await newPerson('admin');
    const [one, two] = [await newPerson('viewer'), await newPerson('viewer')];
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
    const lead = await newPerson('lead');
    const input = { staffId: lead.id, sessionId: randomUUID() };
    expect((await failureOf(write(revokeStaffSession, input, lead.principal))).code).toBe('forbidden');
  });
});
