import 'server-only';
import type { clientsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { toClientSecretRow } from '@/lib/server/client-secret-row';
import type { ApiClientRow } from './schema';

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
    secrets: client.secrets.map(toClientSecretRow),
    createdAt: toIso(client.createTime),
    updatedAt: toIso(client.updateTime),
  };
}
