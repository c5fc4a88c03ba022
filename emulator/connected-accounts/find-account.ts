import type { connectedAccountsPb } from '@/lib/scalekit/services';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import { invalidArgument, invalidField, notFound } from '../errors';
import type { ConnectedAccountRow } from './rows';

/** What names an account: its id, or the connection's key and the person's identifier. */
export type AccountKey = Partial<
  Pick<
    connectedAccountsPb.GetConnectedAccountByIdentifierRequest,
    'id' | 'connector' | 'identifier' | 'organizationId' | 'userId'
  >
>;

/** The connection that agents know by this name. @throws ConnectError not found */
export function requireAppConnection({ store }: Environment, connector: string): ConnectionRow {
  const connection = store.connections.findBy('keyId', connector).find(({ kind }) => kind === 'app');
  if (!connection) throw notFound(`connection ${connector}`);
  return connection;
}

/**
 * The account that a request names; undefined when there is none.
 * @throws ConnectError invalid argument when the request names none
 */
export function findAccount({ store }: Environment, key: AccountKey): ConnectedAccountRow | undefined {
  if (key.id) return store.connectedAccounts.get(key.id);
  const { connector, identifier, organizationId, userId } = key;
  if (!connector) throw invalidField('connector', 'connector or id is required', 'required');
  if (!identifier && !organizationId && !userId) {
    throw invalidArgument('identifier, organization_id or user_id is required with a connector');
  }
  return store.connectedAccounts
    .findBy('connector', connector)
    .find(
      (row) =>
        (!identifier || row.identifier === identifier) &&
        (!organizationId || row.organizationId === organizationId) &&
        (!userId || row.userId === userId),
    );
}

/** @throws ConnectError not found */
export function requireAccount(environment: Environment, key: AccountKey): ConnectedAccountRow {
  const row = findAccount(environment, key);
  if (!row) throw notFound(`connected account ${key.id || `${key.identifier ?? ''} of ${key.connector}`}`);
  return row;
}
