import { removeAccount } from '../connected-accounts/write-account';
import type { Environment } from '../environment';
import type { Store } from '../store';
import { announceConnection } from './announce';
import type { ConnectionRow } from './rows';

/** Removes a connection and tells of it. */
export function deleteConnection(environment: Environment, row: ConnectionRow): void {
  removeConnection(environment.store, row.id);
  announceConnection(environment, 'organization.sso_deleted', row);
}

/** Removes a connection with its trial sign-ins and connected accounts, without a word. */
export function removeConnection(store: Store, connectionId: string): void {
  for (const { id } of store.connectionTests.findBy('connectionId', connectionId)) {
    store.connectionTests.delete(id);
  }
  for (const { id } of store.connectedAccounts.findBy('connectionId', connectionId)) {
    removeAccount(store, id);
  }
  store.connections.delete(connectionId);
}
