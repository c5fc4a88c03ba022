import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { createMcpConfig } from './actions';

export const lead = testPrincipal({ role: 'lead' });
export const admin = testPrincipal({ role: 'admin' });

export const newName = () => `agents-${randomUUID().slice(0, 8)}`;

/** An app connection to map tools of. For tests. */
export async function newConnection() {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const keyId = newName();
  const { connection } = await scalekitClient('production').connections.createEnvironmentConnection({
    connection: { providerKey: 'HUBSPOT', type: connectionsPb.ConnectionType.OAUTH, keyId },
    flags: { isApp: true },
  });
  return { connectionId: connection?.id ?? '', keyId };
}

/** A configuration with one connection. For tests. */
export async function newConfig() {
  const { connectionId, keyId } = await newConnection();
  const name = newName();
  const input = { name, description: 'Deals', mappings: [{ connection: keyId, tools: 'a_tool\nb_tool' }] };
  const { configId } = await write(createMcpConfig, input);
  return { configId, name, connectionId, keyId };
}

/** Connects somebody at a connection, so that a session token can be made. For tests. */
export async function connect(connector: string, identifier: string) {
  const { connectedAccounts } = scalekitClient('production');
  const details = { case: 'oauthToken' as const, value: { accessToken: 'made-up', scopes: [] } };
  await connectedAccounts.createConnectedAccount({
    connector,
    identifier,
    connectedAccount: { authorizationDetails: { details } },
  });
}
