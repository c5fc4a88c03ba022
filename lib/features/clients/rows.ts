import 'server-only';
import { findEnvironment } from '@/lib/env';
import type { clientsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { toClientSecretRow } from '@/lib/server/client-secret-row';
import type { ClientRow } from './schema';

/** Plain row of an application: no value of a secret gets through. */
export function toClientRow(client: clientsPb.Client, environment: string): ClientRow {
  const expiry = Number(client.accessTokenExpiry ?? 0n);
  return {
    id: client.id,
    name: client.name || client.id,
    type: client.clientType,
    isOurs: findEnvironment(environment)?.clientId === client.id,
    postLoginUris: client.postLoginUris,
    postLogoutRedirectUris: client.postLogoutRedirectUris,
    backChannelLogoutUris: client.backChannelLogoutUris,
    initiateLoginUri: client.initiateLoginUri,
    accessTokenExpiry: expiry > 0 ? expiry : null,
    scopes: client.scopes,
    customClaims: client.customClaims.map(({ key, value }) => ({ key, value })),
    grantTypes: client.grantTypes,
    enforcePkce: client.enforcePkce,
    disallowScalekitApiAccess: client.disallowScalekitApiAccess,
    secrets: client.secrets.map(toClientSecretRow),
    createdAt: toIso(client.createTime),
    updatedAt: toIso(client.updateTime),
  };
}
