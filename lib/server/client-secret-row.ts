import 'server-only';
import type { ClientSecretRow } from '@/lib/client-secret';
import { clientsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';

/** Plain row of a secret: no value gets through, whatever the answer holds. */
export function toClientSecretRow(secret: clientsPb.ClientSecret): ClientSecretRow {
  return {
    id: secret.id,
    suffix: secret.secretSuffix,
    isActive: secret.status === clientsPb.ClientSecretStatus.ACTIVE,
    createdAt: toIso(secret.createTime),
    expiresAt: toIso(secret.expireTime),
    lastUsedAt: toIso(secret.lastUsedTime),
  };
}
