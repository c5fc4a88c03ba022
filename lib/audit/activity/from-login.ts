import 'server-only';
import { toJson } from '@bufbuild/protobuf';
import { auditlogsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { ActivityRow } from './row';
import { stripSecrets } from './strip-secrets';
import { boundedText, placeInTime, toWords } from './texts';

const outcomes: Record<string, ActivityRow['outcome']> = {
  SUCCESS: 'ok',
  FAILED: 'failed',
  PENDING: 'pending',
  INITIATED: 'pending',
};

/** The cache's row of a sign-in; undefined for one without an id, which could not be told from the next. */
export function loginRow(
  environment: string,
  request: auditlogsPb.AuthLogRequest,
  receivedAt = new Date(),
): ActivityRow | undefined {
  const id = boundedText(request.authRequestId);
  if (!id) return undefined;
  const { workflow, status, connectionProvider, clientName, resourceName, connectedAccountIdentifier } =
    request;
  const data = toJson(auditlogsPb.AuthLogRequestSchema, request, { useProtoFieldName: true });
  return {
    stream: 'login',
    environment,
    id,
    at: placeInTime(toIso(request.timestamp) ?? undefined, receivedAt),
    type: `login.${boundedText(workflow)?.toLowerCase() ?? 'unknown'}`,
    source: 'login_log',
    outcome: outcomes[status.toUpperCase()],
    organizationId: boundedText(request.organizationId || detailOf(request, 'organizationId')),
    connectionId: boundedText(request.connectionId || detailOf(request, 'connectionId')),
    email: boundedText(request.email)?.toLowerCase(),
    authRequestId: id,
    words: toWords(request.email, clientName, resourceName, connectionProvider, connectedAccountIdentifier),
    data: stripSecrets(data as Record<string, unknown>),
  };
}

/** A line that does not name them belongs to whoever has the connection that it lists. */
const detailOf = (
  { connectionDetails }: auditlogsPb.AuthLogRequest,
  name: 'organizationId' | 'connectionId',
) => connectionDetails.find((one) => one[name])?.[name];
