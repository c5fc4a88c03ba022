import type { JsonObject } from '@bufbuild/protobuf';
import { provider as providerSchema } from '@/lib/scalekit/rest/provider-schema';
import { accountData, statusData } from '../connected-accounts/messages';
import type { AccountStatus, ConnectedAccountRow } from '../connected-accounts/rows';
import { readProvider } from '../connections/create-connection';
import { oauthEndpoints } from '../connections/oauth-endpoints.data';
import type { ConnectionRow } from '../connections/rows';
import { emitEvent } from '../events/emit';
import { featured } from '../providers/featured.data';
import type { UserRow } from '../users/rows';
import type { DemoContext } from './demo';

const dayMs = 86_400_000;
const accountCount = 64;
const billing = 'ledgerlinebilling-20814077';

// One story after the other, so that even a small environment has all of them.
const stories: AccountStatus[] = [
  'ACTIVE',
  'ACTIVE',
  'EXPIRED',
  'ACTIVE',
  'PENDING_AUTH',
  'ACTIVE',
  'DISCONNECTED',
  'ACTIVE',
  'EXPIRED',
  'PENDING_VERIFICATION',
];

/** What agents act with: connectors of a dozen providers, people's accounts in every state, MCP servers. */
export function seedAgents(context: DemoContext): void {
  seedCustomProvider(context);
  const connections = [...Object.keys(featured), billing].map((slug) => seedConnection(context, slug));
  const { store } = context.environment;
  const users = store.users.all().filter(({ lastLoginAt }) => lastLoginAt !== undefined);
  for (let index = 0; index < Math.min(accountCount, users.length); index += 1) {
    const connection = connections[index % connections.length];
    // Two accounts for each person.
    const user = users[((index >> 1) * 7) % users.length];
    if (connection && user)
      seedAccount(context, connection, user, stories[index % stories.length] ?? 'ACTIVE');
  }
  seedMcpServers(context, connections);
}

function seedConnection({ environment, newId, random, daysAgo }: DemoContext, slug: string): ConnectionRow {
  const key = slug === billing ? slug : slug.toUpperCase();
  const createdAt = daysAgo(120 + random.below(200));
  const isOauth = slug !== billing;
  return environment.store.connections.put({
    id: newId('conn'),
    createdAt,
    updatedAt: createdAt,
    kind: 'app',
    ...readProvider({ provider: 0, providerKey: key }),
    type: isOauth ? 'OAUTH' : 'API_KEY',
    keyId: isOauth ? slug : 'ledgerline',
    status: 'COMPLETED',
    enabled: true,
    debugEnabled: false,
    uiButtonTitle: '',
    configurationType: 'CONFIGURATION_TYPE_UNSPECIFIED',
    attributeMapping: {},
    settings: isOauth ? { ...oauthEndpoints[key], clientId: `${slug}-${random.text(12)}` } : {},
    certificates: [],
    domainIds: [],
  });
}

function seedAccount(
  context: DemoContext,
  connection: ConnectionRow,
  user: UserRow,
  story: AccountStatus,
): void {
  const { environment, newId, random, daysAgo } = context;
  const now = environment.clock.now();
  const createdAt = daysAgo(1 + random.below(90));
  const membership = environment.store.memberships.findBy('userId', user.id)[0];
  const isOauth = connection.type === 'OAUTH';
  // A key does not run out.
  const status = story === 'EXPIRED' && !isOauth ? 'ACTIVE' : story;
  const expiredAt = Math.round(createdAt + (now - createdAt) / 2);
  const row = environment.store.connectedAccounts.put({
    id: newId('ca'),
    createdAt,
    updatedAt: status === 'EXPIRED' ? expiredAt : createdAt,
    connectionId: connection.id,
    connector: connection.keyId,
    provider: connection.providerKey,
    identifier: user.email,
    organizationId: membership?.organizationId,
    userId: user.id,
    status,
    type: isOauth ? 'OAUTH' : 'API_KEY',
    details:
      status === 'ACTIVE' || status === 'EXPIRED' ? newDetails(context, connection, status) : undefined,
    tokenExpiresAt: tokenExpiry(status, isOauth, now, expiredAt),
    lastUsedAt: status === 'ACTIVE' ? now - random.below(3 * dayMs) : undefined,
  });
  announcePast(context, row, expiredAt);
}

// Who has expired has no refresh token, as when a provider revokes it.
function newDetails({ random }: DemoContext, connection: ConnectionRow, status: AccountStatus): JsonObject {
  if (connection.type !== 'OAUTH') return { staticAuth: { details: { api_key: `demo_${random.text(24)}` } } };
  const { scopes = [] } = connection.settings;
  const refresh: JsonObject = status === 'ACTIVE' ? { refreshToken: `demo_${random.text(32)}` } : {};
  return { oauthToken: { accessToken: `demo_${random.text(32)}`, scopes, ...refresh } };
}

function tokenExpiry(status: AccountStatus, isOauth: boolean, now: number, expiredAt: number) {
  if (!isOauth) return undefined;
  if (status === 'ACTIVE') return now + 3_600_000;
  return status === 'EXPIRED' ? expiredAt : undefined;
}

function announcePast({ environment }: DemoContext, row: ConnectedAccountRow, expiredAt: number): void {
  const { connectionId } = row;
  const first = { ...row, status: row.status === 'EXPIRED' ? ('ACTIVE' as const) : row.status };
  emitEvent(environment, {
    type: 'connected_account.created',
    connectionId,
    data: accountData({ ...first, lastUsedAt: undefined }),
    at: row.createdAt,
  });
  if (row.status !== 'EXPIRED') return;
  const failed = { type: 'connected_account.token_refresh_failed', data: accountData(first) } as const;
  emitEvent(environment, { ...failed, connectionId, at: expiredAt });
  const changed = { type: 'connected_account.status_updated', data: statusData(row, 'ACTIVE') } as const;
  emitEvent(environment, { ...changed, connectionId, at: expiredAt });
}

function seedCustomProvider({ environment, newId, daysAgo }: DemoContext): void {
  const id = newId('prv');
  const provider = providerSchema.parse({
    id,
    identifier: billing,
    display_name: 'Ledgerline Billing',
    description: 'Our own invoices.',
    auth_patterns: [
      {
        type: 'API_KEY',
        display_name: 'API key',
        fields: [{ field_name: 'api_key', label: 'API key', input_type: 'password', required: true }],
      },
    ],
    proxy_url: 'https://billing.ledgerline.example',
    is_custom: true,
    metadata: { team: 'finance' },
  });
  environment.store.customProviders.put({ id, createdAt: daysAgo(200), identifier: billing, provider });
}

const servers = [
  { name: 'support-triage', description: 'Reads tickets and tells the channel', of: ['zendesk', 'slack'] },
  { name: 'daily-summary', description: 'Mail and meetings of the day', of: ['gmail', 'googlecalendar'] },
];

function seedMcpServers({ environment, newId, daysAgo }: DemoContext, connections: ConnectionRow[]): void {
  for (const [index, { name, description, of }] of servers.entries()) {
    const createdAt = daysAgo(40 - index * 15);
    const used = connections.filter(({ keyId }) => of.includes(keyId));
    const config = environment.store.mcpConfigs.put({
      id: newId('cfg'),
      createdAt,
      updatedAt: createdAt,
      name,
      description,
      mappings: used.map(({ id }) => ({ connectionId: id, tools: [] })),
      serverId: `5c0de${index}00-0000-4000-8000-00000000000${index}`,
    });
    const people = environment.store.connectedAccounts.findBy('connector', of[0] ?? '').slice(0, 2);
    for (const { identifier } of people) {
      const instance = { configId: config.id, userIdentifier: identifier, name: `${name}-${identifier}` };
      environment.store.mcpInstances.put({ id: newId('mcpi'), createdAt, updatedAt: createdAt, ...instance });
    }
  }
}
