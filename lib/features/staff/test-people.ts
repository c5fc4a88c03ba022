import { randomUUID } from 'node:crypto';
import type { Principal } from '@/lib/auth/principal';
import { newSessionToken } from '@/lib/auth/session-token';
import { startSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { testPrincipal } from '@/tests/setup/principal';
import { logOf } from '@/tests/setup/write';
import { getStaff } from './queries';
import type { OwnRole } from './schema';

/** Somebody who has signed in, with an open session. */
export async function newPerson(role: Principal['role'], part: object = {}) {
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

export const rowOf = (id: string) => db().staff.findUniqueOrThrow({ where: { id } });
export const detailOf = (id: string, principal: Principal) =>
  runQuery(getStaff.definition, 'production', principal, { staffId: id });
export const roleChange = (staffId: string, role: OwnRole, was: OwnRole, confirmOwn = '') => ({
  staffId,
  role,
  was,
  confirmOwn,
});
export const outcomes = async (principal: Principal) =>
  (await logOf(principal)).map(({ kind, outcome, errorCode }) => outcome ?? errorCode ?? kind);
