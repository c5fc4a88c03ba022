import 'server-only';
import type { ActivityRow } from './row';
import { stripSecrets } from './strip-secrets';
import { boundedText, placeInTime, toWords } from './texts';

/** An event of Scalekit, as a webhook or the events API brings it. */
export type ScalekitEvent = {
  id: string;
  type: string;
  /** ISO 8601; what is missing or cannot be becomes the time of receipt. */
  occurredAt?: string;
  organizationId?: string;
  /** `OrgMembership`, `DirectoryUser`. */
  object?: string;
  displayName?: string;
  data: Record<string, unknown>;
};

type Data = Record<string, unknown>;

/** The cache's row of an event. Unknown types are kept like any other. */
export function eventRow(environment: string, event: ScalekitEvent, receivedAt = new Date()): ActivityRow {
  const { id, type, object = '', data } = event;
  const user = part(data, 'user');
  const organization = part(data, 'organization');
  const session = part(data, 'user_session');
  const isUser = object === 'User' || object === 'OrgMembership';
  return {
    stream: 'event',
    environment,
    id,
    at: placeInTime(event.occurredAt, receivedAt),
    type,
    source: type.startsWith('organization.directory.') ? 'directory' : 'scalekit',
    outcome: outcomeOf(type),
    organizationId: first(event.organizationId, data.organization_id, organization.id),
    connectionId: first(object === 'Connection' && data.id, data.connection_id),
    userId: first(user.id, session.user_id, data.user_id, isUser && data.id),
    email: first(user.email, data.email, mailAddress(data.identifier))?.toLowerCase(),
    targetType: object ? object.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase() : undefined,
    targetId: first(data.id, user.id, session.session_id, organization.id),
    authRequestId: first(data.auth_request_id),
    words: toWords(
      ...[event.displayName, data.display_name, data.name, data.email, data.domain, data.identifier],
      ...[data.external_id, data.given_name, data.family_name, data.provider],
      ...[user.email, part(user, 'user_profile').name, organization.display_name, organization.external_id],
    ),
    data: stripSecrets(data),
  };
}

function outcomeOf(type: string): ActivityRow['outcome'] {
  if (/(_failed|_failure|\.failed)$/.test(type)) return 'failed';
  return /(_success|_succeeded|\.login|\.signup)$/.test(type) ? 'ok' : undefined;
}

function part(data: Data, name: string): Data {
  const value = data[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

function mailAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value.includes('@') ? value : undefined;
}

/** The first text that an index takes. */
function first(...values: unknown[]): string | undefined {
  for (const value of values) {
    const text = boundedText(value);
    if (text) return text;
  }
  return undefined;
}
