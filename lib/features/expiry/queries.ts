import 'server-only';
import { db } from '@/lib/db';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { usableLinks } from '@/lib/server/usable-links';
import {
  apiKeysOf,
  certificatesOf,
  clientSecretsOf,
  directorySecretsOf,
  invitationsOf,
  portalLinksOf,
} from './rows';
import { certificateConnections, type ExpiryList, expiryInput, type OrganizationExpiry } from './schema';
import { gapOf, selectExpiring } from './select';

/** The most that the API gives of each list at once; only the first page is read. */
const pageSize = 30;
const linkLimit = 30;

/**
 * What of an organization runs out, from four calls at once; the counts come with them.
 * A part that cannot be read is named among the gaps.
 * Source: tokens, clients, directories, first members; portal links from own records.
 */
export const listExpiring = defineQuery({
  permission: 'expiry.read',
  input: expiryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { environment, scalekit }): Promise<OrganizationExpiry> => {
    const of = { organizationId, pageSize };
    const [tokens, clients, directories, members, links] = await Promise.all([
      orNull(scalekit.tokens.listTokens(of)),
      orNull(scalekit.clients.listOrganizationClients(of)),
      orNull(scalekit.directories.listDirectories({ organizationId })),
      orNull(scalekit.users.listOrganizationUsers(of)),
      orNull(readLinks(environment, organizationId)),
    ]);
    return {
      rows: selectExpiring([
        ...(tokens ? apiKeysOf(tokens) : []),
        ...(clients ? clientSecretsOf(clients) : []),
        ...(directories ? directorySecretsOf(directories) : []),
        ...(members ? invitationsOf(members, organizationId) : []),
        ...(links ? portalLinksOf(links) : []),
      ]),
      gaps: [
        ...(tokens ? gapOf(tokens.tokens.length, tokens.totalCount, 'API keys') : [unread('API keys')]),
        ...(clients
          ? gapOf(clients.clients.length, clients.totalSize, 'API clients')
          : [unread('API clients')]),
        ...(directories ? [] : [unread('directories')]),
        ...(members
          ? gapOf(members.users.length, members.totalSize, 'members (for invitations)')
          : [unread('members')]),
        ...(links ? [] : [unread('portal links')]),
      ],
      members: members?.totalSize ?? null,
      apiKeys: tokens?.totalCount ?? null,
    };
  },
});

/**
 * When the signing certificates of the first SAML connections run out: the list, then each connection at once.
 * Source: GET /connections?organization_id=, GET /organizations/{id}/connections/{id}.
 */
export const listExpiringCertificates = defineQuery({
  permission: 'expiry.read',
  input: expiryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<ExpiryList> => {
    const list = await orNull(scalekit.connections.listConnections({ organizationId, include: 'all' }));
    if (!list) return { rows: [], gaps: [unread('SAML connections')] };
    const saml = list.connections.filter(({ type }) => type === connectionsPb.ConnectionType.SAML);
    // Those in use first: their certificates are the ones that keep people out.
    saml.sort((one, other) => Number(other.enabled) - Number(one.enabled));
    const looked = saml.slice(0, certificateConnections);
    const read = await Promise.all(
      looked.map(({ id }) => orNull(scalekit.connections.getConnection({ organizationId, id }))),
    );
    return {
      rows: selectExpiring(read.flatMap((one) => certificatesOf(one?.connection))),
      gaps: [
        ...gapOf(looked.length, saml.length, 'SAML connections'),
        ...(read.includes(null) ? ['A SAML connection could not be read.'] : []),
      ],
    };
  },
});

function readLinks(environment: string, organizationId: string) {
  return db().portalLink.findMany({
    where: { environment, organizationId, ...usableLinks() },
    orderBy: { expiresAt: 'asc' },
    take: linkLimit,
    select: { id: true, note: true, expiresAt: true },
  });
}

const unread = (nouns: string) => `The ${nouns} could not be read now.`;

function orNull<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch(() => null);
}
