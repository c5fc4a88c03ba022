import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { services, sessionsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidField, notFound } from '../errors';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import { requireUser } from '../users/find-user';
import { endSession, endSessionsOf } from './lifecycle';
import { toRevokedSession, toSession } from './messages';
import { type SessionRow, type SessionStatus, sessionStatus } from './rows';

const statuses: SessionStatus[] = ['active', 'expired', 'revoked', 'logout'];

/** SessionService: who is signed in where, and how to end it. */
export function sessionService(environment: Environment): Implementation<typeof services.sessions> {
  const { clock, store } = environment;

  function requireSession(id: string): SessionRow {
    const row = store.sessions.get(id);
    if (!row) throw notFound(`session ${id}`);
    return row;
  }

  return {
    getSession({ sessionId }) {
      return toSession(requireSession(sessionId), clock.now());
    },

    getUserSessions(request) {
      const { id } = requireUser(environment, request.userId);
      const now = clock.now();
      const wanted = readFilter(request.filter);
      const rows = store.sessions.findBy('userId', id).filter((row) => wanted(row, now));
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 100 });
      return { ...page, sessions: items.map((row) => toSession(row, now)) };
    },

    revokeSession({ sessionId }) {
      const row = requireSession(sessionId);
      if (sessionStatus(row, clock.now()) !== 'active') {
        throw failedPrecondition(`session ${sessionId} is not active`);
      }
      const revoked = endSession(environment, row, 'revoked');
      return { revokedSession: toRevokedSession(revoked, clock.now()) };
    },

    revokeAllUserSessions({ userId }) {
      const revoked = endSessionsOf(environment, requireUser(environment, userId).id);
      return {
        revokedSessions: revoked.map((row) => toRevokedSession(row, clock.now())),
        totalRevoked: revoked.length,
      };
    },
  };
}

type Wanted = (row: SessionRow, now: number) => boolean;

function readFilter(filter: sessionsPb.UserSessionFilter | undefined): Wanted {
  const { status = [], startTime, endTime } = filter ?? {};
  const unknown = status.find((one) => !statuses.some((known) => known === one));
  if (unknown !== undefined) {
    throw invalidField('filter.status', `${unknown} is not a session status`, 'string.in');
  }
  const start = startTime ? timestampMs(startTime) : Number.NEGATIVE_INFINITY;
  const end = endTime ? timestampMs(endTime) : Number.POSITIVE_INFINITY;
  if (end < start) throw invalidField('filter.end_time', 'must be after start_time', 'timestamp.order');
  return (row, now) =>
    (status.length === 0 || status.includes(sessionStatus(row, now))) &&
    row.createdAt >= start &&
    row.createdAt <= end;
}
