import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { createConnectedAccount } from './actions';
import { noCredentials } from './schema';

export const lead = testPrincipal({ role: 'lead' });
export const admin = testPrincipal({ role: 'admin' });

export const newWord = () => randomUUID().slice(0, 8);

/** An app connection of the environment; its key. For tests. */
export async function newConnection(type: 'OAUTH' | 'API_KEY' = 'OAUTH'): Promise<string> {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const keyId = `agents-${newWord()}`;
  const providerKey = type === 'OAUTH' ? 'HUBSPOT' : 'ledgerline-1';
  await scalekitClient('production').connections.createEnvironmentConnection({
    connection: { providerKey, type: connectionsPb.ConnectionType[type], keyId },
    flags: { isApp: true },
  });
  return keyId;
}

/** A new customer; its id. For tests. */
export async function newOrganization(): Promise<string> {
  const { organizations } = scalekitClient('production');
  const { organization } = await organizations.createOrganization({
    organization: { displayName: `Heronsgate ${newWord()}` },
  });
  return organization?.id ?? '';
}

type Filled = Partial<Parameters<typeof createConnectedAccount>[0]['input']>;

/** The filled form of an account. For tests. */
export const filled = (connector: string, change: Filled = {}) => ({
  organizationId: '',
  userId: '',
  connector,
  identifier: `ada-${newWord()}@heronsgate.example`,
  ifPresent: 'refuse' as const,
  ...noCredentials,
  ...change,
});

export const tokens = {
  kind: 'oauth',
  accessToken: 'live-access-1',
  refreshToken: 'live-refresh-1',
  scopes: 'crm.read\ncrm.write',
} as const;

/** A new account, PENDING_AUTH unless credentials come with it. For tests. */
export async function newAccount(change: Filled = {}) {
  const connector = change.connector ?? (await newConnection());
  const input = filled(connector, change);
  const { accountId } = await write(createConnectedAccount, input);
  return { accountId, connector, identifier: input.identifier, organizationId: input.organizationId };
}
