import 'server-only';

/** Where a row comes from; each has its own retention. */
export type ActivityStream = 'event' | 'login' | 'change';

/** One thing that happened at Scalekit, as the cache keeps it. Times are ISO 8601. Holds no secret. */
export type ActivityRow = {
  stream: ActivityStream;
  environment: string;
  /** The event's id, the auth request's, or one of ours for a change. Unique in its stream and environment. */
  id: string;
  at: string;
  /** Of a change that was found later: it happened after this and not after `at`. */
  since?: string;
  /** `user.login`, `login.sso`, `connection.changed`. */
  type: string;
  source: 'scalekit' | 'directory' | 'login_log' | 'snapshot';
  outcome?: 'ok' | 'failed' | 'pending';
  organizationId?: string;
  connectionId?: string;
  userId?: string;
  /** In lower case. */
  email?: string;
  targetType?: string;
  targetId?: string;
  authRequestId?: string;
  /** Who did it, where that is known. */
  actor?: string;
  /** What free text finds, in lower case. */
  words?: string;
  data?: Record<string, unknown>;
};
