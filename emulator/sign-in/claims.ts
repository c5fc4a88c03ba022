import type { JWTPayload } from 'jose';
import type { Environment } from '../environment';
import type { Claims } from '../oauth/tokens';
import type { Grant } from '../oauth/types';
import { effectiveRoles } from '../roles/find-role';
import { isSessionActive } from '../sessions/lifecycle';
import { membershipId, type UserRow } from '../users/rows';

/** What the tokens of a user's sign-in say; null when the session has ended or user and membership are gone. */
export function describeUser(environment: Environment, grant: Grant): Claims | null {
  const { store } = environment;
  const { connectionId, organizationId = '', sessionId, subject } = grant;
  const user = store.users.get(subject);
  const membership = store.memberships.get(membershipId(organizationId, subject));
  if (!user || membership?.status !== 'active' || !isSessionActive(environment, sessionId)) return null;
  const client = store.clients.get(grant.clientId);
  const effective = effectiveRoles(store, membership.roles, organizationId);
  const custom = Object.fromEntries((client?.customClaims ?? []).map(({ key, value }) => [key, value]));
  return {
    idToken: {
      ...userClaims(environment, user),
      ...(connectionId && { amr: [connectionId] }),
      oid: organizationId,
    },
    accessToken: {
      ...custom,
      oid: organizationId,
      ...externalIds(user, store.organizations.get(organizationId)?.externalId),
      roles: effective.map(({ name }) => name),
      permissions: [...new Set(effective.flatMap(({ permissions }) => permissions))],
    },
    accessTokenSeconds: client?.accessTokenExpiry || undefined,
  };
}

function externalIds(user: UserRow, organizationExternalId: string | undefined): JWTPayload {
  return {
    ...(organizationExternalId && { xoid: organizationExternalId }),
    ...(user.externalId && { xuid: user.externalId }),
  };
}

/** The claims about a person, as the ID token and `/userinfo` carry them. Unknown ones are left out. */
export function userClaims(environment: Environment, user: UserRow): JWTPayload {
  const { profile } = user;
  const known = {
    name: profile.name,
    given_name: profile.givenName,
    family_name: profile.familyName,
    picture: profile.picture,
    locale: profile.locale,
    phone_number: profile.phoneNumber,
    preferred_username: profile.preferredUsername,
    gender: profile.gender,
  };
  return {
    email: user.email,
    email_verified: user.emailVerified ?? false,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')),
    updated_at: Math.floor(user.updatedAt / 1000),
    identities: identitiesOf(environment, user),
    metadata: user.metadata,
  };
}

function identitiesOf({ store }: Environment, { externalIdentities = [] }: UserRow): JWTPayload[] {
  return externalIdentities.map(({ connectionId, connectionProvider, connectionType, isSocial }) => ({
    connection_id: connectionId,
    organization_id: store.connections.get(connectionId)?.organizationId ?? '',
    connection_type: connectionType,
    provider_name: connectionProvider,
    social: isSocial,
    provider_raw_attributes: {},
  }));
}
