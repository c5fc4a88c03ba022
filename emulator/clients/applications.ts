import type { Environment } from '../environment';
import type { OauthClient } from '../oauth/types';
import { isPublic } from './environment-client';
import type { ClientRow, MachineClientRow, SecretRow } from './rows';
import { findSecret, withChangedSecret } from './secrets';

/** The environment's application of this id as the authorization server knows it. */
export function findApplication(
  environment: Environment,
  clientId: string,
  staffClientId: string,
): OauthClient | undefined {
  const row = environment.store.clients.get(clientId);
  return row && toApplication(environment, row, staffClientId);
}

function toApplication(environment: Environment, row: ClientRow, staffClientId: string): OauthClient {
  const { store } = environment;
  return {
    clientId: row.id,
    kind: row.id === staffClientId ? 'web' : 'environment',
    name: row.name,
    callsApi: !row.disallowScalekitApiAccess && !isPublic(row.clientType),
    isPublic: isPublic(row.clientType),
    enforcesPkce: row.enforcePkce,
    redirectUris: row.postLoginUris,
    postLogoutRedirectUris: row.postLogoutRedirectUris,
    allowsLoopback: row.clientType === 'ENV' && row.postLoginUris.length === 0,
    acceptsSecret: (value) =>
      useSecret(environment, row, value, (secret) => {
        store.clients.put(withChangedSecret(row, secret));
      }),
  };
}

/** The client of an organization or of a resource that has this id. */
export function findMachineApplication(environment: Environment, clientId: string): OauthClient | undefined {
  const { store } = environment;
  const row = store.machineClients.get(clientId);
  if (!row) return undefined;
  return {
    clientId,
    kind: 'machine',
    name: row.name,
    callsApi: false,
    redirectUris: row.redirectUris,
    postLogoutRedirectUris: [],
    acceptsSecret: (value) =>
      useSecret(environment, row, value, (secret) => {
        store.machineClients.put(withChangedSecret(row, secret));
      }),
    machine: {
      organizationId: row.organizationId,
      audience: audienceOf(environment, row),
      scopes: row.scopes,
      customClaims: Object.fromEntries(row.customClaims.map(({ key, value }) => [key, value])),
      tokenSeconds: row.expiry,
    },
  };
}

function audienceOf({ store }: Environment, { audience, resourceId = '' }: MachineClientRow): string[] {
  const resource = store.resources.get(resourceId);
  return audience.length > 0 || !resource ? audience : [resource.resourceUri || resource.id];
}

// A secret that was accepted was used.
function useSecret(
  { clock }: Environment,
  row: ClientRow | MachineClientRow,
  value: string,
  save: (secret: SecretRow) => void,
): boolean {
  const secret = findSecret(row, value, clock.now());
  if (secret) save({ ...secret, lastUsedAt: clock.now() });
  return secret !== undefined;
}
