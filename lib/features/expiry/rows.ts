import 'server-only';
import type { PortalLink } from '@/lib/generated/prisma/client';
import {
  clientsPb,
  commonsPb,
  type connectionsPb,
  directoriesPb,
  type tokensPb,
  type usersPb,
} from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { readX509 } from '@/lib/x509';
import type { Expiring } from './schema';

// The vendor's messages end here. What has no date does not expire, and is left out.

type Dated = Omit<Expiring, 'expiresAt'> & { expiresAt: string | null };

const withDate = (rows: Dated[]): Expiring[] =>
  rows.flatMap(({ expiresAt, ...row }) => (expiresAt ? [{ ...row, expiresAt }] : []));

export function apiKeysOf({ tokens }: tokensPb.ListTokensResponse): Expiring[] {
  return withDate(
    tokens.map(({ tokenId, tokenSuffix, description, expiry }) => ({
      kind: 'api_key',
      id: tokenId,
      name: description || `ending in ${tokenSuffix}`,
      expiresAt: toIso(expiry),
      placeId: null,
    })),
  );
}

export function clientSecretsOf({ clients }: clientsPb.ListOrganizationClientsResponse): Expiring[] {
  const { ACTIVE } = clientsPb.ClientSecretStatus;
  return withDate(
    clients.flatMap(({ clientId, name, secrets }) =>
      secrets
        .filter(({ status }) => status === ACTIVE)
        .map(({ id, secretSuffix, expireTime }) => ({
          kind: 'client_secret',
          id,
          name: `${name || clientId}, ending in ${secretSuffix}`,
          expiresAt: toIso(expireTime),
          placeId: clientId,
        })),
    ),
  );
}

export function directorySecretsOf({ directories }: directoriesPb.ListDirectoriesResponse): Expiring[] {
  const { ACTIVE } = directoriesPb.SecretStatus;
  return withDate(
    directories.flatMap(({ id: directoryId, name, secrets }) =>
      secrets
        .filter(({ status }) => status === ACTIVE)
        .map(({ id, secretSuffix, expireTime }) => ({
          kind: 'directory_secret',
          id,
          name: `${name || directoryId}, ending in ${secretSuffix}`,
          expiresAt: toIso(expireTime),
          placeId: directoryId,
        })),
    ),
  );
}

const { PENDING_INVITE, INVITE_EXPIRED } = commonsPb.MembershipStatus;

/** Those that wait for an answer, or waited too long; the membership holds their date. */
export function invitationsOf(
  { users }: usersPb.ListOrganizationUsersResponse,
  organizationId: string,
): Expiring[] {
  return withDate(
    users.flatMap(({ id, email, memberships }) =>
      memberships
        .filter((one) => one.organizationId === organizationId)
        .filter(({ membershipStatus: status }) => status === PENDING_INVITE || status === INVITE_EXPIRED)
        .map(({ expiresAt }) => ({
          kind: 'invitation',
          id,
          name: email,
          expiresAt: toIso(expiresAt),
          placeId: null,
        })),
    ),
  );
}

export function portalLinksOf(links: Pick<PortalLink, 'id' | 'note' | 'expiresAt'>[]): Expiring[] {
  return links.map(({ id, note, expiresAt }) => ({
    kind: 'portal_link',
    id,
    name: note || 'without a note',
    expiresAt: expiresAt.toISOString(),
    placeId: null,
  }));
}

/** Read from the certificate itself; where it cannot be, Scalekit's own note of its date. */
export function certificatesOf(connection: connectionsPb.Connection | undefined): Expiring[] {
  if (connection?.settings.case !== 'samlConfig') return [];
  return withDate(
    connection.settings.value.idpCertificates.map((stored) => {
      const read = readX509(stored.certificate);
      return {
        kind: 'certificate',
        id: stored.id,
        name: (read && nameOf(read.subject)) || stored.issuer || connection.id,
        expiresAt: read?.expiresAt ?? toIso(stored.expiryTime),
        placeId: connection.id,
      };
    }),
  );
}

/** `idp.heronsgate.example` of `C=US, O=Heronsgate Rail, CN=idp.heronsgate.example`; all of it where there is no CN. */
const nameOf = (subject: string) => /(?:^|, )CN=([^,]+)/.exec(subject)?.[1] ?? subject;
