import type { AuthLogConnection, AuthStatus } from '../auth-logs/rows';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import type { AuthRequestRow } from './rows';

/** Begins the login log's record of a sign-in. */
export function logSignIn(
  { store }: Environment,
  { clientId, createdAt, id, loginHint, organizationId }: AuthRequestRow,
  connection: ConnectionRow | undefined,
): void {
  const client = store.clients.get(clientId);
  store.authLogs.put({
    id,
    createdAt,
    status: 'INITIATED',
    email: loginHint?.toLowerCase(),
    organizationId,
    connections: connection ? [toLogConnection(connection)] : [],
    workflow: workflowOf(connection),
    clientId,
    clientName: client?.name ?? '',
    clientType: client?.clientType ?? '',
  });
}

type Step = { email?: string; organizationId?: string; connection?: ConnectionRow };

/** Brings the record up to date: how far the sign-in is, and what has become known. */
export function logStep(
  { store }: Environment,
  { id }: AuthRequestRow,
  status: AuthStatus,
  { connection, email, organizationId }: Step = {},
): void {
  const row = store.authLogs.get(id);
  if (!row) return;
  store.authLogs.put({
    ...row,
    status,
    email: email?.toLowerCase() ?? row.email,
    organizationId: organizationId ?? row.organizationId,
    connections: connection ? [toLogConnection(connection)] : row.connections,
    workflow: connection ? workflowOf(connection) : row.workflow,
  });
}

function toLogConnection({ id, organizationId, provider, type }: ConnectionRow): AuthLogConnection {
  return {
    connectionId: id,
    organizationId: organizationId ?? '',
    connectionType: type,
    connectionProvider: provider,
  };
}

function workflowOf(connection: ConnectionRow | undefined): string {
  if (connection?.kind === 'organization') return 'sso';
  if (connection?.type === 'PASSWORDLESS') return 'passwordless';
  return connection ? 'social' : '';
}
