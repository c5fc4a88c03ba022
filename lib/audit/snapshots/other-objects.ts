import 'server-only';
import {
  clientsPb,
  commonsPb,
  connectedAccountsPb,
  directoriesPb,
  domainsPb,
  type organizationsPb,
  type rolesPb,
  type tokensPb,
  type usersPb,
} from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { plainAddress } from './addresses';
import type { Fields, ObservedExpiry, ObservedObject } from './observation';

// An allow-list for each part. People are named by id alone, so that there is nothing of theirs to erase here. What moves by
// itself (counts, last use, last sync) is left out: it is no change of the configuration.

type ExpiryOf = Omit<ObservedExpiry, 'expiresAt'> & { expiresAt: string | null };
const dated = (rows: ExpiryOf[]) =>
  rows.flatMap(({ expiresAt, ...row }) => (expiresAt ? [{ ...row, expiresAt }] : []));

export function organizationObject(organization: organizationsPb.Organization): ObservedObject {
  const { id, displayName, externalId, slug, settings } = organization;
  return {
    id,
    name: displayName || id,
    fields: {
      displayName,
      externalId: externalId || null,
      slug: slug || null,
      ...Object.fromEntries(
        (settings?.features ?? []).map(({ name, enabled }) => [`features/${name}`, enabled]),
      ),
    },
  };
}

/** The value of its TXT record proves who may verify it, and is left out. */
export function domainObject(domain: domainsPb.Domain): ObservedObject {
  const { VerificationStatus, DomainType, VerificationMethod } = domainsPb;
  return {
    id: domain.id,
    name: domain.domain,
    fields: {
      domain: domain.domain,
      type: DomainType[domain.domainType] ?? 'Other',
      status: VerificationStatus[domain.verificationStatus] ?? 'Other',
      verifiedBy: VerificationMethod[domain.verificationMethod] ?? 'Other',
    },
  };
}

export function directoryObject(directory: directoriesPb.Directory): ObservedObject {
  const { DirectoryProvider, DirectoryType, SecretStatus } = directoriesPb;
  const name = directory.name || directory.id;
  const secrets = directory.secrets.map((one) => ({
    id: one.id,
    suffix: one.secretSuffix,
    status: SecretStatus[one.status] ?? 'Other',
    expiresAt: toIso(one.expireTime),
    isActive: one.status === SecretStatus.ACTIVE,
  }));
  return {
    id: directory.id,
    name,
    fields: {
      name,
      type: DirectoryType[directory.directoryType] ?? 'Other',
      provider: DirectoryProvider[directory.directoryProvider] ?? 'Other',
      enabled: directory.enabled,
      status: directory.status || null,
      endpoint: plainAddress(directory.directoryEndpoint),
      groupsTracked: directory.groupsTracked || null,
      ...secretFields(secrets),
      ...Object.fromEntries(
        (directory.roleAssignments?.assignments ?? []).map(({ groupId, roleName }) => [
          `assignments/${groupId}`,
          roleName,
        ]),
      ),
      ...Object.fromEntries(
        (directory.attributeMappings?.attributes ?? []).map(({ key, mapTo }) => [`attributes/${key}`, mapTo]),
      ),
    },
    expiries: secretExpiries('directory_secret', name, secrets),
  };
}

/** With its permissions only where they were asked for. */
export function roleObject(role: rolesPb.Role, withPermissions: boolean): ObservedObject {
  return {
    id: role.name,
    name: role.displayName || role.name,
    partial: !withPermissions,
    fields: {
      displayName: role.displayName || role.name,
      description: role.description || null,
      extends: role.extends || null,
      defaultCreator: role.defaultCreator,
      defaultMember: role.defaultMember,
      ...(withPermissions ? { permissions: role.permissions.map(({ name }) => name).sort() } : {}),
    },
  };
}

export function clientObject(client: clientsPb.M2MClient): ObservedObject {
  const { ClientSecretStatus } = clientsPb;
  const name = client.name || client.clientId;
  const secrets = client.secrets.map((one) => ({
    id: one.id,
    suffix: one.secretSuffix,
    status: ClientSecretStatus[one.status] ?? 'Other',
    expiresAt: toIso(one.expireTime),
    isActive: one.status === ClientSecretStatus.ACTIVE,
  }));
  return {
    id: client.clientId,
    name,
    fields: {
      name,
      description: client.description || null,
      scopes: [...client.scopes].sort(),
      audience: [...client.audience].sort(),
      tokenLifetime: client.expiry ? `${client.expiry} seconds` : null,
      // Claims may hold anything: their names alone.
      claims: client.customClaims.map(({ key }) => key).sort(),
      ...secretFields(secrets),
    },
    expiries: secretExpiries('client_secret', name, secrets),
  };
}

export function keyObject(token: tokensPb.Token): ObservedObject {
  const name = token.description || `ending in ${token.tokenSuffix}`;
  const expiresAt = toIso(token.expiry);
  return {
    id: token.tokenId,
    name,
    fields: {
      description: token.description || null,
      lastFour: token.tokenSuffix || null,
      user: token.userId || null,
      roles: [...token.roles].sort(),
      claims: Object.keys(token.customClaims).sort(),
      expiresAt,
    },
    expiries: dated([{ kind: 'api_key', id: token.tokenId, name, expiresAt }]),
  };
}

/**
 * Access tokens are renewed every hour, so only an account that could not be renewed counts as running out; one whose
 * token has no date, at the moment it was written down as expired.
 */
export function accountObject(account: connectedAccountsPb.ConnectedAccountForList): ObservedObject {
  const { ConnectorStatus, ConnectorType } = connectedAccountsPb;
  const name = `${account.connector || account.provider} account`;
  const hasEnded = account.status === ConnectorStatus.EXPIRED;
  const expiresAt = hasEnded ? (toIso(account.tokenExpiresAt) ?? toIso(account.updatedAt)) : null;
  return {
    id: account.id,
    name,
    fields: {
      provider: account.provider,
      connector: account.connector || null,
      status: ConnectorStatus[account.status] ?? 'Other',
      authorization: ConnectorType[account.authorizationType] ?? 'Other',
    },
    expiries: dated([{ kind: 'connected_account', id: account.id, name, expiresAt }]),
  };
}

/** The open invitations of a page of members, and the members that have none. */
export function invitationsOf(users: usersPb.User[], organizationId: string) {
  const { PENDING_INVITE, INVITE_EXPIRED } = commonsPb.MembershipStatus;
  const open: ObservedObject[] = [];
  const gone: string[] = [];
  for (const { id, memberships } of users) {
    const membership = memberships.find((one) => one.organizationId === organizationId);
    const status = membership?.membershipStatus;
    if (status !== PENDING_INVITE && status !== INVITE_EXPIRED) {
      gone.push(id);
      continue;
    }
    const name = `for ${id}`;
    const expiries = dated([{ kind: 'invitation', id, name, expiresAt: toIso(membership?.expiresAt) }]);
    open.push({ id, name, fields: { expiresAt: toIso(membership?.expiresAt) }, expiries });
  }
  return { open, gone };
}

type SecretFacts = {
  id: string;
  suffix: string;
  status: string;
  expiresAt: string | null;
  isActive: boolean;
};

const secretFields = (secrets: SecretFacts[]): Fields =>
  Object.fromEntries(
    secrets.map(({ id, suffix, status, expiresAt }) => [
      `secrets/${id}`,
      { lastFour: suffix.slice(-4), status, expiresAt },
    ]),
  );

const secretExpiries = (kind: string, name: string, secrets: SecretFacts[]) =>
  dated(
    secrets
      .filter(({ isActive }) => isActive)
      .map(({ id, suffix, expiresAt }) => ({
        kind,
        id,
        name: `${name}, ending in ${suffix.slice(-4)}`,
        expiresAt,
      })),
  );
