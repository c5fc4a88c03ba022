import type { Environment } from '../environment';
import { announceSession, type Origin } from './announce';
import { type Device, type SessionRow, sessionStatus } from './rows';
import { sessionTimeouts } from './timeouts';

export type NewSession = Origin & {
  /** `ses_` and digits; a new one, when unset. */
  id?: string;
  userId: string;
  organizationId?: string;
  /** The application that was signed in to. */
  clientId?: string;
  device: Device;
};

/** Begins a person's session: they have signed in just now. */
export function startSession(environment: Environment, session: NewSession): SessionRow {
  const { clock, newId, store } = environment;
  const { id = newId('ses'), userId, organizationId, clientId, device, ...origin } = session;
  const now = clock.now();
  const timeouts = sessionTimeouts(store.organizations.get(organizationId ?? ''));
  const row = store.sessions.put({
    id,
    createdAt: now,
    updatedAt: now,
    userId,
    organizationId,
    authenticatedOrganizations: organizationId ? [organizationId] : [],
    authenticatedClients: clientId ? [{ clientId, organizationId: organizationId ?? '' }] : [],
    device,
    lastActiveAt: now,
    idleExpiresAt: now + timeouts.idleMs,
    absoluteExpiresAt: now + timeouts.absoluteMs,
  });
  const user = store.users.get(userId);
  if (user) store.users.put({ ...user, lastLoginAt: now });
  announceSession(environment, 'user.login', row, origin);
  return row;
}

/** Marks activity in a session, which puts off its idle end. Does nothing to a session that has ended. */
export function touchSession(environment: Environment, id: string): void {
  const { clock, store } = environment;
  const row = store.sessions.get(id);
  const now = clock.now();
  if (!row || sessionStatus(row, now) !== 'active') return;
  const { idleMs } = sessionTimeouts(store.organizations.get(row.organizationId ?? ''));
  store.sessions.put({ ...row, updatedAt: now, lastActiveAt: now, idleExpiresAt: now + idleMs });
}

/** True while a session can be used. */
export function isSessionActive({ clock, store }: Environment, id: string): boolean {
  const row = store.sessions.get(id);
  return row !== undefined && sessionStatus(row, clock.now()) === 'active';
}

/** Ends an active session: by its owner (`logout`) or by somebody else (`revoked`). */
export function endSession(environment: Environment, row: SessionRow, how: 'revoked' | 'logout'): SessionRow {
  const { clock, store } = environment;
  const at = clock.now();
  const ended = store.sessions.put({ ...row, updatedAt: at, ended: { how, at } });
  announceSession(environment, 'user.logout', ended);
  return ended;
}

/** Revokes a person's active sessions and returns them, newest first; those of one organization where one is given. */
export function endSessionsOf(
  environment: Environment,
  userId: string,
  organizationId?: string,
): SessionRow[] {
  const { clock, store } = environment;
  const now = clock.now();
  return store.sessions
    .findBy('userId', userId)
    .filter((row) => sessionStatus(row, now) === 'active')
    .filter((row) => organizationId === undefined || row.organizationId === organizationId)
    .reverse()
    .map((row) => endSession(environment, row, 'revoked'));
}
