import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import type { EventType } from '../events/rows';
import { accountData, statusData } from './messages';
import type { AccountStatus, ConnectedAccountRow } from './rows';

type AccountEvent = Exclude<
  Extract<EventType, `connected_account.${string}`>,
  'connected_account.status_updated'
>;

/** Tells that something happened to an account. */
export function announceAccount(
  environment: Environment,
  type: AccountEvent,
  row: ConnectedAccountRow,
): void {
  const { organizationId, connectionId } = row;
  emitEvent(environment, { type, organizationId, connectionId, data: accountData(row) });
}

/** Stores an account in its new status, and tells of it when the status is another one. */
export function changeStatus(
  environment: Environment,
  row: ConnectedAccountRow,
  status: AccountStatus,
): ConnectedAccountRow {
  const changed = environment.store.connectedAccounts.put({
    ...row,
    status,
    updatedAt: environment.clock.now(),
  });
  if (row.status !== status) {
    const data = statusData(changed, row.status);
    emitEvent(environment, {
      type: 'connected_account.status_updated',
      connectionId: row.connectionId,
      data,
    });
  }
  return changed;
}
