import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import { recordIdentity } from '../users/identities';
import { newProfile } from '../users/profile';
import type { UserRow } from '../users/rows';

/** Who somebody is, as an identity provider or a proved address says. `email` in lower case; empty names say nothing. */
export type Identity = { email: string; givenName: string; familyName: string };

/** The user behind an identity, brought up to date, or a new one. */
export function recognizeUser(
  environment: Environment,
  connection: ConnectionRow,
  known: UserRow | undefined,
  identity: Identity,
): UserRow {
  const { store } = environment;
  const syncs = !known || connection.settings.syncUserProfileOnLogin !== false;
  const user = known ?? newUser(environment, identity.email);
  const named = store.users.put(syncs ? withNames(user, identity) : user);
  // A proved address needs no identity provider, so there is no identity to note.
  if (connection.type === 'PASSWORDLESS') return store.users.put({ ...named, emailVerified: true });
  const { id, kind, provider, type } = connection;
  return recordIdentity(environment, named, {
    connectionId: id,
    connectionType: type,
    connectionProvider: provider === 'CONNECTION_PROVIDER_UNSPECIFIED' ? 'CUSTOM' : provider,
    connectionUserId: identity.email,
    isSocial: kind === 'login',
  });
}

function newUser({ clock, newId }: Environment, email: string): UserRow {
  const now = clock.now();
  const profile = newProfile(newId('usp'), undefined);
  return { id: newId('usr'), createdAt: now, updatedAt: now, email, metadata: {}, profile };
}

function withNames(user: UserRow, { familyName, givenName }: Identity): UserRow {
  if (!givenName && !familyName) return user;
  const name = [givenName, familyName].filter(Boolean).join(' ');
  return { ...user, profile: { ...user.profile, givenName, familyName, name } };
}
