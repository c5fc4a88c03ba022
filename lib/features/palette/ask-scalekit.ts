import 'server-only';
import { AppError } from '@/lib/errors';
import type { FindKind } from '@/lib/find-kinds';
import type { Paste } from '@/lib/paste';
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

/** What Scalekit was asked for, in words, and what it found. Null words: it has no way to look up such a thing. */
export type Answer = { asked: string | null; documents: Document[] };

type Ask = (scalekit: ScalekitClient, value: string) => Promise<Document[]>;

/** The longest domain that GET /connections?domain= takes. */
const longestDomain = 32;
/** Users and accounts are found by three characters or more. */
const shortest = 3;

const organizationById: Ask = async ({ organizations }, value) => {
  const identities = { case: 'id', value } as const;
  const { organization } = await organizations.getOrganization({ identities });
  return organization ? [organizationDocument(organization)] : [];
};

const organizationByExternalId: Ask = async ({ organizations }, value) => {
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
  if (domain.length > longestDomain) return [];
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
      return all(scalekit, domain, 'users with this e-mail, and the customer with its domain', [byDomain]);
    }
    case 'domain':
      return all(scalekit, paste.value, 'connections with this domain', [byDomain]);
    case 'id': {
      const way = paste.kind === 'other' ? null : byId[paste.kind];
      if (way) return all(scalekit, paste.value, way.words, way.asks);
      return paste.kind === 'other' ? byExternalId(scalekit, paste.value) : { asked: null, documents: [] };
    }
    case 'url': {
      const [first] = paste.ids;
      if (first) return askForFirst(scalekit, paste.ids);
      return all(scalekit, paste.host, 'connections with this domain', [byDomain]);
    }
    case 'words':
      return byExternalId(scalekit, paste.value);
  }
}

/** The narrowest thing that an address names, or else what it belongs to. */
async function askForFirst(scalekit: ScalekitClient, ids: string[]): Promise<Answer> {
  const answers = await Promise.all(
    ids.slice(0, 3).map((value) => {
      const kind = kindsByPrefix[value.split('_')[0] ?? ''];
      const way = kind && byId[kind];
      return way ? all(scalekit, value, way.words, way.asks) : { asked: null, documents: [] };
    }),
  );
  const asked = answers.find((answer) => answer.asked)?.asked ?? null;
  return answers.find(({ documents }) => documents.length > 0) ?? { asked, documents: [] };
}

const kindsByPrefix: Record<string, FindKind> = {
  org: 'organization',
  usr: 'user',
  apit: 'api_key',
  conn: 'connection',
  ca: 'connected_account',
  skc: 'client',
};

function byExternalId(scalekit: ScalekitClient, value: string): Promise<Answer> {
  const words = 'organizations and users with this external id';
  const asks = value.length >= shortest ? [organizationByExternalId, userBy('externalId')] : [];
  return all(scalekit, value.slice(0, 255), words, asks);
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
