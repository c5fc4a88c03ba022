import type { connectedAccountsPb } from '@/lib/scalekit/services';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import { invalidArgument, invalidField } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { Store } from '../store';
import { announceAccount, changeStatus } from './announce';
import { accessTokenMs, accountTypeOf, readDetails, usesOauth } from './authorization';
import { requireAppConnection } from './find-account';
import type { ConnectedAccountRow } from './rows';

type Owner = { identifier: string; organizationId?: string; userId?: string };

/**
 * Adds an account: ACTIVE with tokens, PENDING_AUTH without.
 * @throws ConnectError not found for an unknown connection, invalid argument when it exists
 */
export function createAccount(
  environment: Environment,
  request: connectedAccountsPb.CreateConnectedAccountRequest,
): ConnectedAccountRow {
  if (!request.connectedAccount) throw invalidField('connected_account', 'value is required', 'required');
  if (!request.connector) throw invalidField('connector', 'value is required', 'required');
  const owner = readOwner(request);
  if (owner.organizationId) requireOrganization(environment, owner.organizationId);
  const connection = requireAppConnection(environment, request.connector);
  const exists = environment.store.connectedAccounts
    .findBy('connector', connection.keyId)
    .some((row) => isOf(row, owner));
  // The live service answers 400 here, where the published document says 409.
  if (exists) {
    throw invalidArgument(
      `connected account ${owner.identifier} of connector ${connection.keyId} already exists`,
    );
  }
  const { authorizationDetails, apiConfig } = request.connectedAccount;
  const details = readDetails(accountTypeOf(connection), authorizationDetails);
  return addAccount(environment, connection, { ...owner, details, apiConfig });
}

/** Adds an account without a check. */
export function addAccount(
  environment: Environment,
  connection: ConnectionRow,
  fields: Owner & Pick<ConnectedAccountRow, 'details' | 'apiConfig'>,
): ConnectedAccountRow {
  const { clock, newId, store } = environment;
  const now = clock.now();
  const type = accountTypeOf(connection);
  const row = store.connectedAccounts.put({
    id: newId('ca'),
    createdAt: now,
    updatedAt: now,
    connectionId: connection.id,
    connector: connection.keyId,
    provider: connection.providerKey,
    type,
    status: fields.details ? 'ACTIVE' : 'PENDING_AUTH',
    tokenExpiresAt: fields.details && usesOauth(type) ? now + accessTokenMs : undefined,
    ...fields,
  });
  announceAccount(environment, 'connected_account.created', row);
  return row;
}

/** Replaces what was sent and keeps the rest. New tokens make the account ACTIVE. */
export function updateAccount(
  environment: Environment,
  account: ConnectedAccountRow,
  sent: connectedAccountsPb.UpdateConnectedAccount | undefined,
): ConnectedAccountRow {
  if (!sent) throw invalidField('connected_account', 'value is required', 'required');
  const now = environment.clock.now();
  const details = readDetails(account.type, sent.authorizationDetails);
  const row = environment.store.connectedAccounts.put({
    ...account,
    updatedAt: now,
    apiConfig: sent.apiConfig ?? account.apiConfig,
    ...(details && { details }),
    ...(details && usesOauth(account.type) && { tokenExpiresAt: now + accessTokenMs }),
  });
  announceAccount(environment, 'connected_account.updated', row);
  return details ? changeStatus(environment, row, 'ACTIVE') : row;
}

/** Forgets an account's tokens and keeps the record. */
export function disconnectAccount(environment: Environment, account: ConnectedAccountRow) {
  const row = { ...account, details: undefined, tokenExpiresAt: undefined };
  return changeStatus(environment, row, 'DISCONNECTED');
}

/** Removes an account and its links, and tells of it. */
export function deleteAccount(environment: Environment, account: ConnectedAccountRow): void {
  removeAccount(environment.store, account.id);
  announceAccount(environment, 'connected_account.deleted', account);
}

/** Removes an account and its links, without a word. */
export function removeAccount(store: Store, accountId: string): void {
  for (const { id } of store.accountLinks.findBy('accountId', accountId)) store.accountLinks.delete(id);
  store.connectedAccounts.delete(accountId);
}

function readOwner({ identifier, organizationId, userId }: Partial<Owner>): Owner {
  const name = identifier || userId || organizationId;
  if (!name)
    throw invalidField('identifier', 'identifier, user_id or organization_id is required', 'required');
  return { identifier: name, organizationId: organizationId || undefined, userId: userId || undefined };
}

function isOf(row: ConnectedAccountRow, owner: Owner): boolean {
  const { identifier, organizationId, userId } = owner;
  return row.identifier === identifier && row.organizationId === organizationId && row.userId === userId;
}
