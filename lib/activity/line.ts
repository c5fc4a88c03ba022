import type { ActivityStreamName } from './filter';

/** One line of the timeline. Times are ISO 8601. Holds no secret. */
export type ActivityLine = {
  /** Its place in the order of all lines: `2026-11-26T20:30:00.000000Z~event~evt_1`. */
  id: string;
  stream: ActivityStreamName;
  /** Unique within its stream and environment. */
  entryId: string;
  at: string;
  /** It happened after this and not after `at`: found by looking twice. */
  since: string | null;
  type: string;
  source: string;
  outcome: string | null;
  organizationId: string | null;
  connectionId: string | null;
  userId: string | null;
  email: string | null;
  targetType: string | null;
  targetId: string | null;
  authRequestId: string | null;
  actor: string | null;
  data: Record<string, unknown>;
};
