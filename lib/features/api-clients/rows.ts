import 'server-only';
import { clientsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { ApiClientRow, ApiClientSecret } from './schema';

/** Plain row of a machine client: the vendor's message ends here, and no value of a secret gets through. */
export function toApiClientRow(client: clientsPb.M2MClient): ApiClientRow {
  return {
    clientId: client.clientId,
    name: client.name || client.clientId,
    description: client.description || null,
    scopes: client.scopes,
    audience: client.audience,
    customClaims: client.customClaims.map(({ key, value }) => ({ key, value })),
    expirySeconds: Number(client.expiry),
    secrets: client.secrets.map(toSecret),
    createdAt: toIso(client.createTime),
    updatedAt: toIso(client.updateTime),
  };
}

function toSecret(secret: clientsPb.ClientSecret): ApiClientSecret {
  return {
    id: secret.id,
    suffix: secret.secretSuffix,
    isActive: secret.status === clientsPb.ClientSecretStatus.ACTIVE,
    createdAt: toIso(secret.createTime),
    expiresAt: toIso(secret.expireTime),
    lastUsedAt: toIso(secret.lastUsedTime),
  };
}
