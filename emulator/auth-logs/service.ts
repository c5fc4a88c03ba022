import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { auditlogsPb, services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField } from '../errors';
import { paginate } from '../paging';
import { type Rows, rowsBetween } from '../rows';
import type { Implementation } from '../service';
import type { Store } from '../store';
import { toAuthLogRequest } from './messages';
import { type AuthLogRow, authStatuses } from './rows';

/** AuditLogsService: who tried to sign in, newest first. */
export function authLogService(environment: Environment): Implementation<typeof services.authLogs> {
  return {
    listAuthRequests(request) {
      const rows = findAuthLogs(environment.store, request);
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 100 });
      return { ...page, authRequests: items.map((row) => toAuthLogRequest(environment, row)) };
    },
  };
}

type Condition = (row: AuthLogRow) => boolean;

/** The sign-ins that pass every filter. @throws ConnectError invalid argument for a status that is none */
function findAuthLogs(store: Store, request: auditlogsPb.ListAuthLogRequest): Rows<AuthLogRow> {
  const { clientId, connectedAccountIdentifier, resourceId } = request;
  const email = request.email.toLowerCase();
  const statuses = request.status.map(readStatus);
  const from = request.startTime && timestampMs(request.startTime);
  const until = request.endTime && timestampMs(request.endTime);
  const conditions: Condition[] = [];
  if (statuses.length > 0) conditions.push((row) => statuses.includes(row.status));
  if (resourceId) conditions.push((row) => row.resource?.id === resourceId);
  if (clientId) conditions.push((row) => row.clientId === clientId);
  if (connectedAccountIdentifier) {
    conditions.push((row) => row.connectedAccountIdentifier === connectedAccountIdentifier);
  }
  const everybody: Rows<AuthLogRow> = email ? store.authLogs.findBy('email', email) : store.authLogs.all();
  const isTimed = from !== undefined || until !== undefined;
  const candidates = isTimed ? rowsBetween(everybody, from, until) : everybody;
  if (conditions.length === 0) return candidates;
  return candidates.filter((row) => conditions.every((holds) => holds(row)));
}

function readStatus(text: string) {
  const status = authStatuses.find((one) => one === text.toUpperCase());
  if (!status) throw invalidField('status', `must be one of ${authStatuses.join(', ')}`, 'string.in');
  return status;
}
