import type { ResourceRow } from '../clients/rows';
import type { DemoContext } from './demo';
import { seedSecret } from './demo-clients';

const scopes = ['projects:read', 'projects:write', 'reports:read'];

/** An MCP server of the product with its clients: one of its own, and one that registered itself. */
export function seedResource(context: DemoContext): void {
  const { environment, newId, random, daysAgo } = context;
  const { store } = environment;
  const createdAt = daysAgo(140);
  const resource: ResourceRow = store.resources.put({
    id: newId('res'),
    createdAt,
    updatedAt: createdAt,
    type: 'MCP_SERVER',
    name: 'Product MCP server',
    description: 'Projects and reports for agents',
    resourceUri: 'https://mcp.product.example',
    resourceId: 'product-mcp',
    ...{ accessTokenExpiry: 3600, refreshTokenExpiry: 2_592_000 },
    ...{ disableDynamicClientRegistration: false, intersectScopesUserPermission: true },
    ...{ logoUri: '', provider: 'product', enableCimd: false, xaaEnabled: false },
    scopes: scopes.map((name) => ({ id: newId('scp'), name })),
    connection: { id: newId('conn'), authorizeUri: '/partner-login' },
  });
  const clients = [
    { name: 'Planning agent', description: 'Ours', isDynamic: false },
    { name: 'Desktop assistant', description: '', isDynamic: true },
  ].map((fields) =>
    store.machineClients.put({
      id: newId('m2m'),
      createdAt: createdAt + 86_400_000,
      updatedAt: createdAt + 86_400_000,
      resourceId: resource.id,
      ...fields,
      scopes,
      ...{ audience: [], customClaims: [], expiry: 3600, metadataUri: '' },
      redirectUris: ['http://localhost:33418/callback'],
      secrets: [seedSecret(context, createdAt + 86_400_000)],
    }),
  );
  for (const user of store.users.all().slice(0, 40)) {
    if (!random.chance(0.3)) continue;
    store.consents.put({
      id: newId('usrcnst'),
      createdAt: daysAgo(1 + random.below(90)),
      resourceId: resource.id,
      clientId: random.pick(clients).id,
      externalUserId: user.externalId ?? user.email,
      scopes: scopes.slice(0, 1 + random.below(3)),
    });
  }
}
