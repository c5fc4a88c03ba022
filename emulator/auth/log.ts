import type { AuthStatus } from '../auth-logs/rows';
import type { Environment } from '../environment';
import type { LoginRequestRow } from './rows';

/** Begins the login log's record of a sign-in to a resource, or brings it up to date. */
export function logLogin({ store }: Environment, row: LoginRequestRow, status: AuthStatus): void {
  const resource = store.resources.get(row.resourceId);
  store.authLogs.put({
    id: row.authRequestId,
    createdAt: row.createdAt,
    status,
    email: row.answer?.failed === false ? row.answer.email : undefined,
    connections: [
      {
        connectionId: row.connectionId,
        organizationId: '',
        connectionType: 'CUSTOM',
        connectionProvider: 'CUSTOM',
      },
    ],
    workflow: 'sso',
    clientId: row.clientId,
    clientName: store.machineClients.get(row.clientId)?.name ?? '',
    clientType: 'M2M',
    resource: resource && { id: resource.id, name: resource.name, type: resource.type },
  });
}
