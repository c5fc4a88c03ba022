import 'server-only';
import type {
  clientsPb,
  connectedAccountsPb,
  connectionsPb,
  directoriesPb,
  domainsPb,
  organizationsPb,
  rolesPb,
  tokensPb,
  usersPb,
} from '@/lib/scalekit/services';
import { connectionObject, listedConnection } from './connection-object';
import type { Observation } from './observation';
import {
  accountObject,
  clientObject,
  directoryObject,
  domainObject,
  invitationsOf,
  keyObject,
  organizationObject,
  roleObject,
} from './other-objects';

/** A request as a feature writes it: fields may be absent. */
type Asked = {
  organizationId?: string;
  orgId?: string;
  include?: string;
  pageToken?: string;
  pageNumber?: number;
  pageSize?: number;
  domainType?: number;
  connectionId?: string;
  domain?: string;
  userId?: string;
  connector?: string;
  identifier?: string;
  provider?: string;
  query?: string;
  connectionNames?: string[];
  identities?: { case?: string; value?: string };
};

type Seen = Observation | null;

/** Under the operation's name, as tests and the emulator write it: what its answer says of an organization. */
const readers = {
  'organizations.getOrganization': (
    _asked: Asked,
    { organization }: organizationsPb.GetOrganizationResponse,
  ): Seen => (organization ? one('organization', organization.id, organizationObject(organization)) : null),

  'connections.getConnection': (_asked: Asked, { connection }: connectionsPb.GetConnectionResponse): Seen =>
    connection?.organizationId
      ? one('connection', connection.organizationId, connectionObject(connection))
      : null,

  'connections.listConnections': (
    asked: Asked,
    { connections }: connectionsPb.ListConnectionsResponse,
  ): Seen =>
    asked.organizationId && !asked.domain
      ? {
          organizationId: asked.organizationId,
          part: 'connection',
          objects: connections.map(listedConnection),
          complete: asked.include === 'all',
        }
      : null,

  'directories.getDirectory': (_asked: Asked, { directory }: directoriesPb.GetDirectoryResponse): Seen =>
    directory ? one('directory', directory.organizationId, directoryObject(directory)) : null,

  'directories.listDirectories': (
    asked: Asked,
    { directories }: directoriesPb.ListDirectoriesResponse,
  ): Seen =>
    asked.organizationId
      ? {
          organizationId: asked.organizationId,
          part: 'directory',
          objects: directories.map(directoryObject),
          complete: true,
        }
      : null,

  'domains.listDomains': (asked: Asked, { domains }: domainsPb.ListDomainResponse): Seen =>
    asked.identities?.case === 'organizationId'
      ? {
          organizationId: asked.identities.value ?? '',
          part: 'domain',
          objects: domains.map(domainObject),
          complete:
            !asked.domainType &&
            !asked.connectionId &&
            !asked.pageNumber &&
            domains.length < (asked.pageSize ?? 0),
        }
      : null,

  'roles.listOrganizationRoles': (asked: Asked, { roles }: rolesPb.ListOrganizationRolesResponse): Seen =>
    asked.orgId
      ? {
          organizationId: asked.orgId,
          part: 'organization_role',
          objects: roles
            .filter(({ isOrgRole }) => isOrgRole)
            .map((role) => roleObject(role, asked.include === 'permissions')),
          complete: true,
        }
      : null,

  'clients.getOrganizationClient': (
    asked: Asked,
    { client }: clientsPb.GetOrganizationClientResponse,
  ): Seen =>
    client && asked.organizationId ? one('api_client', asked.organizationId, clientObject(client)) : null,

  'clients.listOrganizationClients': (
    asked: Asked,
    { clients, nextPageToken }: clientsPb.ListOrganizationClientsResponse,
  ): Seen =>
    asked.organizationId
      ? {
          organizationId: asked.organizationId,
          part: 'api_client',
          objects: clients.map(clientObject),
          complete: !asked.pageToken && !nextPageToken,
        }
      : null,

  'tokens.listTokens': (asked: Asked, { tokens, nextPageToken }: tokensPb.ListTokensResponse): Seen =>
    asked.organizationId
      ? {
          organizationId: asked.organizationId,
          part: 'api_key',
          objects: tokens.map(keyObject),
          complete: !asked.pageToken && !nextPageToken && !asked.userId,
        }
      : null,

  'connectedAccounts.listConnectedAccounts': (
    asked: Asked,
    { connectedAccounts, nextPageToken }: connectedAccountsPb.ListConnectedAccountsResponse,
  ): Seen =>
    asked.organizationId
      ? {
          organizationId: asked.organizationId,
          part: 'connected_account',
          objects: connectedAccounts.map(accountObject),
          complete: !nextPageToken && isWhole(asked),
        }
      : null,

  'users.listOrganizationUsers': (asked: Asked, { users }: usersPb.ListOrganizationUsersResponse): Seen => {
    if (!asked.organizationId) return null;
    const { open, gone } = invitationsOf(users, asked.organizationId);
    return { organizationId: asked.organizationId, part: 'invitation', objects: open, complete: false, gone };
  },
};

const one = (
  part: Observation['part'],
  organizationId: string,
  object: Observation['objects'][number],
): Observation => ({ organizationId, part, objects: [object], complete: part === 'organization' });

const isWhole = ({ pageToken, userId, connector, identifier, provider, query, connectionNames }: Asked) =>
  !(pageToken || userId || connector || identifier || provider || query || connectionNames?.length);

/** True for operations whose answers are looked at. `connections.getConnection` */
export function isObserved(operation: string): boolean {
  return operation in readers;
}

/** What an answer of Scalekit says of an organization's configuration; null when nothing. */
export function observe(operation: string, asked: unknown, answer: unknown): Observation | null {
  const read = readers[operation as keyof typeof readers] as
    | ((asked: Asked, answer: unknown) => Seen)
    | undefined;
  const seen = read?.(asked as Asked, answer) ?? null;
  return seen?.organizationId ? seen : null;
}
