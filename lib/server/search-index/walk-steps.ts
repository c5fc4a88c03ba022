import 'server-only';
import { keepInvitations } from '@/lib/audit/snapshots/keep-invitations';
import { db } from '@/lib/db';
import type { FindKind } from '@/lib/find-kinds';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { Document } from './document';
import {
  accountDocument,
  clientDocument,
  connectionDocument,
  organizationDocument,
  portalLinkDocument,
  providerDocument,
  roleDocument,
  userDocument,
} from './to-documents';
import { readCustomer } from './walk-customer';

/** Documents of one page, where the next one begins (empty: this was the last), and what they cost. */
export type WalkPage = {
  documents: Document[];
  next: string;
  calls: number;
  total?: number;
  /** Kinds that the environment does not list. */
  refused?: FindKind[];
};

export type WalkStep = {
  name: string;
  /** What the step alone brings: it must have been whole before what it did not see is removed. */
  kinds: FindKind[];
  read: (environment: string, scalekit: ScalekitClient, cursor: string) => Promise<WalkPage>;
};

const page = (documents: Document[], next: string, total?: number): WalkPage => ({
  ...{ documents, next, calls: 1, total },
});

/** The walk in its order. Customers come first, because the last step goes from one to the next. */
export const walkSteps: readonly WalkStep[] = [
  {
    name: 'customers',
    kinds: ['organization'],
    read: async (_environment, { organizations }, pageToken) => {
      const found = await organizations.listOrganization({ pageSize: 100, pageToken });
      return page(found.organizations.map(organizationDocument), found.nextPageToken, found.totalSize);
    },
  },
  {
    name: 'users',
    kinds: ['user'],
    read: async (environment, { users }, pageToken) => {
      const at = new Date();
      const found = await users.listUsers({ pageSize: 100, pageToken });
      // The expiry queue has no other walk over the members.
      await keepInvitations(environment, found.users, at);
      return page(found.users.map(userDocument), found.nextPageToken);
    },
  },
  {
    name: 'connections',
    kinds: ['connection'],
    read: async (_environment, { connections }, pageToken) => {
      const found = await connections.searchOrganizationConnections({ pageSize: 30, pageToken });
      return page(found.connections.map(connectionDocument), found.nextPageToken);
    },
  },
  {
    name: 'app connections',
    kinds: ['app_connection'],
    read: async (_environment, { connections }, pageToken) => {
      const found = await connections.listAppConnections({ pageSize: 30, pageToken });
      return page(found.connections.map(connectionDocument), found.nextPageToken);
    },
  },
  {
    name: 'roles',
    kinds: ['environment_role'],
    read: async (_environment, { roles }) => {
      const found = await roles.listRoles({});
      return page(
        found.roles.filter(({ isOrgRole }) => !isOrgRole).map((one) => roleDocument(one, null)),
        '',
      );
    },
  },
  {
    name: 'applications',
    kinds: ['client'],
    read: async (_environment, { clients }, pageToken) => {
      const found = await clients.listClient({ pageSize: 30, pageToken });
      return page(found.clients.map(clientDocument), found.nextPageToken);
    },
  },
  {
    name: 'providers',
    kinds: ['provider'],
    read: async (_environment, { providers }, pageToken) => {
      const found = await providers.list({
        filter: { provider_type: 'ALL' },
        page_size: 30,
        page_token: pageToken || undefined,
      });
      return page(found.providers.map(providerDocument), found.next_page_token);
    },
  },
  {
    name: 'connected accounts',
    kinds: ['connected_account'],
    read: async (_environment, { connectedAccounts }, pageToken) => {
      const found = await connectedAccounts.listConnectedAccounts({ pageSize: 99, pageToken });
      return page(
        found.connectedAccounts.map((one) => accountDocument(one, null)),
        found.nextPageToken,
      );
    },
  },
  { name: 'portal links', kinds: ['portal_link'], read: readPortalLinks },
  { name: 'each customer', kinds: ['domain', 'directory', 'role', 'api_key', 'api_client'], read: readNext },
];

/** Keydesk's own: no call leaves. */
async function readPortalLinks(
  environment: string,
  _scalekit: ScalekitClient,
  after: string,
): Promise<WalkPage> {
  const take = 500;
  const links = await db().portalLink.findMany({
    where: { environment, revokedAt: null, ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
  });
  const next = links.length === take ? (links.at(-1)?.id ?? '') : '';
  return { documents: links.map(portalLinkDocument), next, calls: 0 };
}

/** What one customer has, for the customer after the last one in the index's own order. */
async function readNext(environment: string, scalekit: ScalekitClient, after: string): Promise<WalkPage> {
  const [customer, following] = await db().searchDocument.findMany({
    where: { environment, kind: 'organization', removed: false, id: { gt: after } },
    orderBy: { id: 'asc' },
    select: { id: true },
    take: 2,
  });
  if (!customer) return { documents: [], next: '', calls: 0 };
  const hasAccounts = await db().searchDocument.findFirst({
    where: { environment, kind: 'connected_account', removed: false },
    select: { id: true },
  });
  const read = await readCustomer(scalekit, customer.id, hasAccounts !== null);
  return { ...read, next: following ? customer.id : '' };
}
