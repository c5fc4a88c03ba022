import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { clientsPb } from '@/lib/scalekit/services';
import type { ClientRow, MachineClientRow, SecretRow } from './rows';

type SecretInit = MessageInitShape<typeof clientsPb.ClientSecretSchema>;

/** A secret as the API shows it; its value only in the moment of its making. */
export function toSecret(row: SecretRow, plainSecret?: string): SecretInit {
  return {
    id: row.id,
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
    secretSuffix: row.suffix,
    createdBy: row.createdBy,
    status: clientsPb.ClientSecretStatus[row.status],
    expireTime: optionalTime(row.expiresAt),
    lastUsedTime: optionalTime(row.lastUsedAt),
    plainSecret,
  };
}

/** An application of the environment as the API shows it. */
export function toClient(
  row: ClientRow,
  plainSecret?: string,
): MessageInitShape<typeof clientsPb.ClientSchema> {
  const { createdAt, updatedAt, accessTokenExpiry, secrets, ...fields } = row;
  return {
    ...fields,
    keyId: row.id,
    createTime: timestampFromMs(createdAt),
    updateTime: timestampFromMs(updatedAt),
    accessTokenExpiry: accessTokenExpiry > 0 ? BigInt(accessTokenExpiry) : undefined,
    secrets: secrets.map((secret) => toSecret(secret, plainSecret)),
  };
}

/** A client of an organization or of a resource as the API shows it. */
export function toMachineClient(row: MachineClientRow): MessageInitShape<typeof clientsPb.M2MClientSchema> {
  return {
    clientId: row.id,
    secrets: row.secrets.map((secret) => toSecret(secret)),
    name: row.name,
    description: row.description,
    organizationId: row.organizationId,
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
    scopes: row.scopes,
    audience: row.audience,
    customClaims: row.customClaims,
    expiry: BigInt(row.expiry),
    resourceId: row.resourceId,
    redirectUris: row.redirectUris,
    isDcr: row.isDynamic,
    isCimd: row.metadataUri !== '',
    metadataUri: row.metadataUri,
  };
}

function optionalTime(ms: number | undefined) {
  return ms === undefined ? undefined : timestampFromMs(ms);
}
