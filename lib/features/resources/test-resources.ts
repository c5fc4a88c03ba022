import { db } from '@/lib/db';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { createResource, createResourceClient } from './actions';

/** What the form of a new resource sends. */
export const settings = {
  type: 'MCP_SERVER' as const,
  name: 'Product MCP server',
  description: 'Projects',
  resourceUri: 'https://mcp.product.example',
  logoUri: '',
  scopes: 'projects:read\nprojects:write',
  accessTokenExpiry: '',
  refreshTokenExpiry: '',
  disableDynamicClientRegistration: true,
  intersectScopesUserPermission: false,
  enableCimd: false,
};

/** A resource of this test's own. */
export async function created() {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  return write(createResource, settings, testPrincipal({ role: 'lead' }));
}

/** What the form of a new client sends, for a resource of its own. */
export const clientInput = async () => ({
  ...(await created()),
  name: 'Planning agent',
  description: '',
  scopes: 'projects:read',
  redirectUris: 'http://localhost:33418/callback',
  audience: '',
  expiry: '',
  customClaims: [],
});

/** A resource with one client. */
export async function withClient() {
  const input = await clientInput();
  const { clientId } = await write(createResourceClient, input);
  return { resourceId: input.resourceId, clientId };
}
