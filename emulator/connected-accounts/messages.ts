import { fromJson, type JsonObject, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { connectedAccountsPb } from '@/lib/scalekit/services';
import { eventTime } from '../events/payloads';
import type { AccountStatus, ConnectedAccountRow } from './rows';

type AccountInit = MessageInitShape<typeof connectedAccountsPb.ConnectedAccountSchema>;
type ListedInit = MessageInitShape<typeof connectedAccountsPb.ConnectedAccountForListSchema>;

const { AuthorizationDetailsSchema, ConnectorStatus, ConnectorType } = connectedAccountsPb;

/** An account as lists show it. */
export function toListedAccount(row: ConnectedAccountRow): ListedInit {
  return {
    id: row.id,
    identifier: row.identifier,
    provider: row.provider,
    connector: row.connector,
    connectionId: row.connectionId,
    status: ConnectorStatus[row.status],
    authorizationType: ConnectorType[row.type],
    tokenExpiresAt: row.tokenExpiresAt === undefined ? undefined : timestampFromMs(row.tokenExpiresAt),
    lastUsedAt: row.lastUsedAt === undefined ? undefined : timestampFromMs(row.lastUsedAt),
    updatedAt: timestampFromMs(row.updatedAt),
  };
}

/** An account without its tokens. */
export function toAccountDetails(row: ConnectedAccountRow): AccountInit {
  const { $typeName: _, ...listed } = toListedAccount(row);
  return { ...listed, apiConfig: row.apiConfig };
}

/** An account with the tokens that agents act with. */
export function toAccountWithTokens(row: ConnectedAccountRow): AccountInit {
  const authorizationDetails = row.details && fromJson(AuthorizationDetailsSchema, row.details);
  return { ...toAccountDetails(row), authorizationDetails };
}

/** The data of an account's events. */
export function accountData(row: ConnectedAccountRow): JsonObject {
  return {
    ...accountFacts(row),
    ...(row.tokenExpiresAt !== undefined && { token_expires_at: eventTime(row.tokenExpiresAt) }),
    ...(row.lastUsedAt !== undefined && { last_used_at: eventTime(row.lastUsedAt) }),
  };
}

/** The data of `connected_account.status_updated`, which has no times. */
export function statusData(row: ConnectedAccountRow, oldStatus: AccountStatus): JsonObject {
  return { ...accountFacts(row), old_status: oldStatus };
}

function accountFacts(row: ConnectedAccountRow): JsonObject {
  return {
    id: row.id,
    identifier: row.identifier,
    connection_id: row.connectionId,
    connection_name: row.connector,
    provider: row.provider,
    authorization_type: row.type,
    status: row.status,
  };
}
