import 'server-only';
import { AppError } from '@/lib/errors';
import type { FindKind } from '@/lib/find-kinds';
import { longestExternalId, type Paste } from '@/lib/paste';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { Document } from '@/lib/server/search-index/document';
import {
  accountDocument,
  apiKeyDocument,
  clientDocument,
  connectionDocument,
  organizationDocument,
  userDocument,
} from '@/lib/server/search-index/to-documents';

/** What Scalekit was asked for, in words, and what it found. Null words: nothing was asked, and `reason` says why. */
export type Answer = { asked: string | null; reason?: string; documents: Document[] };

type Ask = (scalekit: ScalekitClient, value: string) => Promise<Document[]>;

/** The longest domain that GET /connections?domain= takes. */
const longestDomain = 32;
/** The longest id that GET /organizations:external takes; longer ones, such as UUIDs, are a filter of the list. */
const longestInPath = 32;

const organizationById: Ask = async ({ organizations }, value) => {
  const identities = { case: 'id', value } as const;
  const { organization } = await organizations.getOrganization({ identities });
  return organization ? [organizationDocument(organization)] : [];
};

const organizationByExternalId: Ask = async ({ organizations }, value) => {
  if (value.length > longestInPath) {
    const listed = await organizations.listOrganization({ externalId: value, pageSize: 10 });
    return listed.organizations.filter(({ externalId }) => externalId === value).map(organizationDocument);
  }
  const identities = { case: 'externalId', value } as const;
  const { organization } = await organizations.getOrganizationByExternalId({ identities });
  return organization ? [organizationDocument(organization)] : [];
};

const userBy =
  (by: 'id' | 'externalId'): Ask =>
  async ({ users }, value) => {
    const { user } = await users.getUser({ identities: { case: by, value } });
    return user ? [userDocument(user)] : [];
  };

const usersByEmail: Ask = async ({ users }, value) => {
  const found = await users.searchUsers({ query: value.slice(0, 100), pageSize: 30 });
  return found.users.filter(({ email }) => sameText(email, value)).map(userDocument);
};

/** The value of a key, or its id. It goes into the body of one request and nowhere else. */
const keyByValue: Ask = async ({ tokens }, value) => {
  const { tokenInfo } = await tokens.validateToken({ token: value });
  return tokenInfo ? [apiKeyDocument(tokenInfo)] : [];
};

const connectionById: Ask = async ({ connections }, value) => {
  const found = await connections.searchOrganizationConnections({ query: value, pageSize: 30 });
  return found.connections.filter(({ id }) => id === value).map(connectionDocument);
};

const appConnectionById: Ask = async ({ connections }, value) => {
  const found = await connections.listAppConnections({ query: value, pageSize: 30 });
  return found.connections.filter(({ id }) => id === value).map(connectionDocument);
};

const accountById: Ask = async ({ connectedAccounts }, value) => {
  const { connectedAccount: found } = await connectedAccounts.getConnectedAccountDetails({ id: value });
  return found ? [accountDocument(found, null)] : [];
};

const applicationById: Ask = async ({ clients }, value) => {
  const { client } = await clients.getClient({ clientId: value });
  return client ? [clientDocument(client)] : [];
};

/** Connections that serve a domain, and the customers that they belong to. */
const byDomain: Ask = async ({ connections }, domain) => {
  const found = await connections.listConnections({ domain, include: 'all' });
  const own = found.connections.filter(({ organizationId }) => organizationId !== '');
  const customers = own.map(
    ({ organizationId: id, organizationName }): Document => ({
      ...{ kind: 'organization', id, organizationIds: [id], title: organizationName || id },
    }),
  );
  return [...customers, ...own.map(connectionDocument)];
};

const byId: Partial<Record<FindKind, { words: string; asks: Ask[] }>> = {
  organization: { words: 'the organization with this id', asks: [organizationById] },
  user: { words: 'the user with this id', asks: [userBy('id')] },
  api_key: { words: 'the API key with this id', asks: [keyByValue] },
  connection: { words: 'the connection with this id', asks: [connectionById, appConnectionById] },
  connected_account: { words: 'the connected account with this id', asks: [accountById] },
  client: { words: 'the application with this id', asks: [applicationById] },
};

/**
 * Asks Scalekit for what the index does not hold; what can be asked at once is.
 * @throws AppError when every call failed for another reason than that there is no such thing
 */
export async function askScalekit(scalekit: ScalekitClient, paste: Paste): Promise<Answer> {
  switch (paste.form) {
    case 'secret':
      return all(scalekit, paste.value, 'the API key with this value', [keyByValue]);
    case 'email': {
      const { value } = paste;
      const people = await all(scalekit, value, 'users with this e-mail', [usersByEmail]);
      if (people.documents.length > 0) return people;
      const domain = value.split('@').at(-1)?.toLowerCase() ?? '';
      if (domain.length > longestDomain) return people;
      return all(scalekit, domain, 'users with this e-mail, and the customer with its domain', [byDomain]);
    }
    case 'domain':
      return connectionsOf(scalekit, paste.value);
    case 'id': {
      const way = paste.kind === 'other' ? null : byId[paste.kind];
      if (way) return all(scalekit, paste.value, way.words, way.asks);
      return paste.kind === 'other' ? byExternalId(scalekit, paste.value) : noWay;
    }
    case 'url': {
      const [first] = paste.ids;
      if (first) return askForFirst(scalekit, paste.ids);
      return connectionsOf(scalekit, paste.host);
    }
    case 'words':
      return byExternalId(scalekit, paste.value);
  }
}

const notAsked = (reason: string): Answer => ({ asked: null, reason, documents: [] });
const noWay = notAsked('Scalekit itself cannot be asked for such an id: the index has to know it.');

async function connectionsOf(scalekit: ScalekitClient, domain: string): Promise<Answer> {
  return domain.length > longestDomain
    ? notAsked(
        `Scalekit finds by a domain of ${longestDomain} characters at most, and this has ${domain.length}: the index has to know it.`,
      )
    : all(scalekit, domain, 'connections with this domain', [byDomain]);
}

/** The narrowest thing that an address names, or else what it belongs to. */
async function askForFirst(scalekit: ScalekitClient, ids: string[]): Promise<Answer> {
  const answers = await Promise.all(
    ids.slice(0, 3).map((value) => {
      const kind = kindsByPrefix[value.split('_')[0] ?? ''];
      const way = kind && byId[kind];
      return way ? all(scalekit, value, way.words, way.asks) : noWay;
    }),
  );
  return answers.find(({ documents }) => documents.length > 0) ?? answers.find(({ asked }) => asked) ?? noWay;
}

const kindsByPrefix: Record<string, FindKind> = {
  org: 'organization',
  usr: 'user',
  apit: 'api_key',
  conn: 'connection',
  ca: 'connected_account',
  skc: 'client',
};

async function byExternalId(scalekit: ScalekitClient, value: string): Promise<Answer> {
  if (value.length > longestExternalId)
    return notAsked(`An external id has ${longestExternalId} characters at most: Scalekit was not asked.`);
  const asks = [organizationByExternalId, userBy('externalId')];
  return all(scalekit, value, 'organizations and users with this external id', asks);
}

async function all(scalekit: ScalekitClient, value: string, asked: string, asks: Ask[]): Promise<Answer> {
  const settled = await Promise.allSettled(asks.map((ask) => ask(scalekit, value)));
  const documents = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const failure = settled.find((one) => one.status === 'rejected' && !isMiss(one.reason));
  if (documents.length === 0 && failure?.status === 'rejected') throw failure.reason;
  return { asked, documents };
}

/** No such thing, or a form that Scalekit does not take for such an id, or a preview that is refused here. */
function isMiss(cause: unknown): boolean {
  return cause instanceof AppError && ['not_found', 'invalid', 'forbidden'].includes(cause.code);
}

const sameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
