import type { Environment } from '../environment';
import { notFound } from '../errors';
import type { ConnectionRow, ConnectionTestRow } from './rows';

/** Starts a trial sign-in, as opening a connection's test address does. */
export function startConnectionTest(
  { clock, newId, store }: Environment,
  { id }: ConnectionRow,
): ConnectionTestRow {
  return store.connectionTests.put({
    id: newId('test'),
    createdAt: clock.now(),
    connectionId: id,
    status: 'PENDING',
  });
}

type Outcome = Omit<ConnectionTestRow, 'id' | 'createdAt' | 'connectionId'>;

/** Records how a trial sign-in ended. */
export function finishConnectionTest(
  { store }: Environment,
  test: ConnectionTestRow,
  outcome: Outcome,
): ConnectionTestRow {
  return store.connectionTests.put({ ...test, ...outcome });
}

/** @throws ConnectError not found */
export function requireConnectionTest(
  { store }: Environment,
  connectionId: string,
  id: string,
): ConnectionTestRow {
  const row = store.connectionTests.get(id);
  if (row?.connectionId !== connectionId) throw notFound(`test request ${id}`);
  return row;
}
