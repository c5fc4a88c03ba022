import type { Environment } from '../environment';
import type { ExternalIdentity, UserRow } from './rows';

type Identity = Omit<ExternalIdentity, 'createdAt' | 'lastLoginAt' | 'lastSyncedAt'>;

/** Notes that a person has just signed in through an identity provider, which also proves their address. */
export function recordIdentity({ clock, store }: Environment, user: UserRow, identity: Identity): UserRow {
  const now = clock.now();
  const others: ExternalIdentity[] = [];
  let createdAt = now;
  for (const one of user.externalIdentities ?? []) {
    if (one.connectionId === identity.connectionId && one.connectionUserId === identity.connectionUserId) {
      createdAt = one.createdAt;
    } else others.push(one);
  }
  const current = { ...identity, createdAt, lastLoginAt: now, lastSyncedAt: now };
  return store.users.put({ ...user, emailVerified: true, externalIdentities: [...others, current] });
}
