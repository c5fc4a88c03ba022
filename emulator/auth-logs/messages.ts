import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { auditlogsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { AuthLogRow } from './rows';

/** A sign-in as the login log shows it. */
export function toAuthLogRequest(
  environment: Environment,
  row: AuthLogRow,
): MessageInitShape<typeof auditlogsPb.AuthLogRequestSchema> {
  const [used] = row.connections;
  return {
    authRequestId: row.id,
    environmentId: environment.id,
    organizationId: row.organizationId,
    email: row.email,
    status: row.status,
    timestamp: timestampFromMs(row.createdAt),
    workflow: row.workflow,
    connectionId: used?.connectionId,
    connectionType: used?.connectionType,
    connectionProvider: used?.connectionProvider,
    connectionDetails: row.connections,
    resourceId: row.resource?.id,
    resourceName: row.resource?.name,
    resourceType: row.resource?.type,
    connectedAccountIdentifier: row.connectedAccountIdentifier,
    clientId: row.clientId,
    clientName: row.clientName,
    clientType: row.clientType,
  };
}
