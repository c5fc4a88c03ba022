import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { createAppConnection } from './actions';
import { getAppConnectionSetup } from './queries';
import type {
  AppConnectionSetup,
  GoogleFields,
  OauthFields,
  updateGoogleInput,
  updateOauthInput,
} from './schema';

export const lead = testPrincipal({ role: 'lead' });

export const newKey = () => `agents-${randomUUID().slice(0, 8)}`;

/** A new app connection. For tests. */
export async function newAppConnection(type: 'OAUTH' | 'GOOGLE_DWD' | 'API_KEY' = 'OAUTH') {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const keyId = newKey();
  const providerKey = type === 'OAUTH' ? 'HUBSPOT' : type === 'GOOGLE_DWD' ? 'GOOGLEDWD' : 'ledgerline-1';
  const { connectionId } = await write(createAppConnection, { providerKey, type, keyId });
  return { connectionId, keyId };
}

/** What the form of a connection begins with, as a lead sees it. */
export function setupOf({ connectionId }: { connectionId: string }): Promise<AppConnectionSetup> {
  return runQuery(getAppConnectionSetup.definition, 'production', lead, { connectionId });
}

/** The filled form of an OAuth connection, with some fields changed. */
export async function oauthInput(
  of: { connectionId: string },
  change: Partial<OauthFields> = {},
): Promise<z.input<typeof updateOauthInput>> {
  const setup = await setupOf(of);
  if (setup.kind !== 'oauth') throw new Error('it is no OAuth connection');
  return { connectionId: of.connectionId, before: setup.fields, ...setup.fields, ...change };
}

/** The filled form of a Google connection, with some fields changed. */
export async function googleInput(
  of: { connectionId: string },
  change: Partial<GoogleFields> = {},
): Promise<z.input<typeof updateGoogleInput>> {
  const setup = await setupOf(of);
  if (setup.kind !== 'google') throw new Error('it is no Google connection');
  return { connectionId: of.connectionId, before: setup.fields, ...setup.fields, ...change };
}

/** What Scalekit holds of a connection. */
export async function stored({ connectionId }: { connectionId: string }): Promise<connectionsPb.Connection> {
  const { connections } = scalekitClient('production');
  const { connection } = await connections.getEnvironmentConnection({ connectionId });
  if (!connection) throw new Error('the connection is gone');
  return connection;
}

/** Somebody else's change of an OAuth connection, by another client of the API. */
export async function changeElsewhere(
  of: { connectionId: string },
  value: Partial<Pick<connectionsPb.OAuthConnectionConfig, 'prompt' | 'tenantId'>>,
): Promise<void> {
  const { type, provider, providerKey, keyId } = await stored(of);
  await scalekitClient('production').connections.updateEnvironmentConnection({
    connectionId: of.connectionId,
    connection: { type, provider, providerKey, keyId, settings: { case: 'oauthConfig', value } },
  });
}

/** A login method: it answers to the same routes as an app connection. */
export async function newLoginMethod(): Promise<{ connectionId: string; keyId: string }> {
  const keyId = newKey();
  const { connection } = await scalekitClient('production').connections.createEnvironmentConnection({
    connection: {
      provider: connectionsPb.ConnectionProvider.GOOGLE,
      type: connectionsPb.ConnectionType.OAUTH,
      keyId,
    },
    flags: { isLogin: true },
  });
  return { connectionId: connection?.id ?? '', keyId };
}

/** A key file such as Google makes, of nobody. */
export const keyFile = JSON.stringify({
  type: 'service_account',
  project_id: 'heronsgate-agents',
  private_key_id: 'c0ffee',
  private_key: '-----BEGIN PRIVATE KEY-----\nbWFkZS11cC1rZXkgb2Ygbm9ib2R5\n-----END PRIVATE KEY-----\n',
  client_email: 'agents@heronsgate-agents.iam.gserviceaccount.com',
  client_id: '104020301040203010402',
  token_uri: 'https://oauth2.googleapis.com/token',
});
