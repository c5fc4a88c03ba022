import 'server-only';
import { connectedAccountsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { type AccountDetail, type AccountRow, type AccountStatus, accountStatuses } from './schema';

const { ConnectorStatus, ConnectorType } = connectedAccountsPb;

type Listed = Omit<connectedAccountsPb.ConnectedAccountForList, '$typeName' | '$unknown'>;

function statusOf(status: connectedAccountsPb.ConnectorStatus): AccountStatus {
  return accountStatuses.find((known) => known === ConnectorStatus[status]) ?? 'OTHER';
}

/** Plain row of an account: the vendor's message, and any token in it, ends here. */
export function toAccountRow(account: Listed): AccountRow {
  return {
    id: account.id,
    identifier: account.identifier,
    connector: account.connector,
    connectionId: account.connectionId,
    provider: account.provider,
    status: statusOf(account.status),
    authorizationType: account.authorizationType ? (ConnectorType[account.authorizationType] ?? '') : '',
    tokenExpiresAt: toIso(account.tokenExpiresAt),
    lastUsedAt: toIso(account.lastUsedAt),
    updatedAt: toIso(account.updatedAt),
  };
}

export function toAccountDetail(account: connectedAccountsPb.ConnectedAccount): AccountDetail {
  return { ...toAccountRow(account), apiConfig: printConfig(account.apiConfig) };
}

/** Settings as indented JSON with sorted keys, so that the same settings are the same text; empty for none. */
export function printConfig(config: object | undefined): string {
  if (!config || Object.keys(config).length === 0) return '';
  const sorted = Object.fromEntries(Object.entries(config).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(sorted, null, 2);
}
