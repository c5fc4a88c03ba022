import 'server-only';
import type { Adapter } from 'next-auth/adapters';
import type { Staff } from '@/lib/generated/prisma/client';
import { startSession } from './staff-session';

/** One sign-in on its way through next-auth: what the browser brought, and who was admitted. */
export type SignInAttempt = {
  previousToken: string | null;
  userAgent: string | null;
  ip?: string | null;
  /** Set once the console has decided to let this person in. */
  admitted?: { staff: Staff; authTime: Date | null; idToken: string | null };
};

/**
 * The part of next-auth's adapter that a sign-in uses, over our own tables. Made anew for each attempt:
 * next-auth hands `createSession` neither the claims nor the ID token, so the attempt carries them.
 * Provider tokens are dropped here; nothing else in next-auth stores them.
 */
export function signInAdapter(attempt: SignInAttempt): Adapter {
  return {
    async getUserByAccount() {
      const staff = attempt.admitted?.staff;
      return staff ? { id: staff.id, email: staff.email, name: staff.name, emailVerified: null } : null;
    },
    async createSession({ sessionToken, userId }) {
      const { admitted, previousToken, userAgent, ip } = attempt;
      if (admitted?.staff.id !== userId) throw new Error('A session was asked for somebody not admitted.');
      const { authTime, idToken } = admitted;
      const start = { token: sessionToken, staffId: userId, authTime, idToken, userAgent, ip, previousToken };
      return { sessionToken, userId, expires: await startSession(start) };
    },
    // A callback that knew of the session before would link the new identity to that session's person.
    getSessionAndUser: async () => null,
    getUser: async () => null,
    getUserByEmail: async () => null,
    createUser: refuse,
    updateUser: refuse,
    linkAccount: refuse,
    updateSession: refuse,
    deleteSession: refuse,
  };
}

// Staff are added by admitStaff and sessions ended by endSession, never by next-auth.
function refuse(): never {
  throw new Error('next-auth asked for something that this console does itself.');
}
