import type { clientsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidArgument, invalidField, notFound } from '../errors';
import { mergeSent } from './merge-sent';
import { type ClientRow, type ClientType, clientTypes } from './rows';
import { newClientSecret } from './secrets';

const grants: Record<ClientType, string[]> = {
  ENV: ['client_credentials', 'authorization_code', 'refresh_token'],
  WEB_APP: ['authorization_code', 'refresh_token', 'client_credentials'],
  NTV: ['authorization_code', 'refresh_token'],
  SPA: ['authorization_code', 'refresh_token'],
};

/** An application as it is before anything is said of it. */
export function blankClient(id: string, clientType: ClientType, createdAt: number): ClientRow {
  return {
    id,
    createdAt,
    updatedAt: createdAt,
    clientType,
    name: '',
    ...{ postLoginUris: [], postLogoutRedirectUris: [], backChannelLogoutUris: [], initiateLoginUri: '' },
    ...{ accessTokenExpiry: 0, scopes: [], customClaims: [], grantTypes: grants[clientType] },
    disallowScalekitApiAccess: false,
    enforcePkce: isPublic(clientType),
    secrets: [],
  };
}

/** True for applications on devices of their users: they can keep no secret. */
export function isPublic(clientType: ClientType): boolean {
  return clientType === 'NTV' || clientType === 'SPA';
}

/** Creates an application, with a first secret when it can keep one. */
export function createClient(
  environment: Environment,
  sent: clientsPb.CreateClient | undefined,
): { row: ClientRow; plainSecret?: string } {
  const { clock, newId, store } = environment;
  if (!sent) throw invalidArgument('client is required');
  const clientType = clientTypes.find((one) => one === sent.clientType);
  if (!clientType || clientType === 'ENV') {
    throw invalidField('client.client_type', 'must be WEB_APP, NTV or SPA', 'string.in');
  }
  const row = mergeSent(blankClient(newId('skc'), clientType, clock.now()), readSent(sent));
  if (isPublic(clientType)) return { row: store.clients.put(row) };
  const { plainSecret, secret } = newClientSecret(environment);
  return { row: store.clients.put({ ...row, secrets: [secret] }), plainSecret };
}

/** Lays the sent parts over an application. @param paths the update mask */
export function updateClient(
  { clock, store }: Environment,
  current: ClientRow,
  sent: clientsPb.UpdateClient | undefined,
  paths: string[],
): ClientRow {
  if (!sent) throw invalidArgument('client is required');
  const row = mergeSent(current, readSent(sent), paths);
  if (!row.name) throw invalidField('client.name', 'value is required', 'required');
  return store.clients.put({ ...row, updatedAt: clock.now() });
}

/** @throws ConnectError failed precondition for the one that the environment was born with */
export function deleteClient({ store }: Environment, row: ClientRow): void {
  if (row.clientType === 'ENV') throw failedPrecondition('default clients cannot be deleted');
  store.clients.delete(row.id);
}

/** @throws ConnectError not found */
export function requireClient({ store }: Environment, id: string): ClientRow {
  const row = store.clients.get(id);
  if (!row) throw notFound(`client ${id}`);
  return row;
}

function readSent(sent: clientsPb.CreateClient | clientsPb.UpdateClient): Partial<ClientRow> {
  const accessTokenExpiry = Number(sent.accessTokenExpiry);
  if (accessTokenExpiry < 0) {
    throw invalidField('client.access_token_expiry', 'must not be negative', 'int64.gte');
  }
  return {
    name: sent.name,
    postLoginUris: sent.postLoginUris,
    postLogoutRedirectUris: sent.postLogoutRedirectUris,
    backChannelLogoutUris: sent.backChannelLogoutUris,
    initiateLoginUri: sent.initiateLoginUri ?? '',
    accessTokenExpiry,
    scopes: sent.scopes,
    customClaims: sent.customClaims.map(({ key, value }) => ({ key, value })),
    grantTypes: sent.grantTypes,
    disallowScalekitApiAccess: sent.disallowScalekitApiAccess,
    enforcePkce: sent.enforcePkce,
  };
}
