import 'server-only';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { mayReach } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import { userId } from '@/lib/scalekit-ids';
import { defineQuery } from '@/lib/server/define-query';
import { mayKnow, readUser, scopeOfSession } from '@/lib/server/find-user';
import { toSessionDetail, toSessionRow, toUserDetail, toUserRow } from './rows';
import {
  listSessionsInput,
  listUsersInput,
  type SessionDetail,
  type SessionRow,
  sessionInput,
  sessionPageSize,
  type UserDetail,
  type UserRow,
  userInput,
  userPageSize,
  userSearch,
} from './schema';

/**
 * A page of all users, newest first. Not for a person limited to some customers: the API cannot list theirs, and the
 * members page of each customer does. Source: GET /users.
 */
export const listUsers = defineQuery({
  permission: 'user.read',
  input: listUsersInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ pageToken }, { scalekit, principal }): Promise<Page<UserRow>> => {
    const page = await scalekit.users.listUsers({ pageToken, pageSize: userPageSize });
    return {
      rows: page.users.map((user) => toUserRow(user, principal)),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** Users whose e-mail, id or external id holds the text; thirty at most, of which a limited person sees theirs. Source: GET /users:search. */
export const searchUsers = defineQuery({
  permission: 'user.read',
  input: userSearch,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ text }, { scalekit, principal }): Promise<UserRow[]> => {
    const { users } = await scalekit.users.searchUsers({ query: text, pageSize: 30 });
    return users.filter((user) => mayKnow(user, principal)).map((user) => toUserRow(user, principal));
  },
});

/** Finds a user by the whole id or external id; null when nothing has it, or it is not this person's. */
export const lookupUser = defineQuery({
  permission: 'user.read',
  input: userSearch,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ text }, { scalekit, principal }): Promise<string | null> => {
    const identities = userId.safeParse(text).success
      ? ({ case: 'id', value: text } as const)
      : ({ case: 'externalId', value: text } as const);
    try {
      const { user } = await scalekit.users.getUser({ identities });
      return user && mayKnow(user, principal) ? user.id : null;
    } catch (error) {
      if (error instanceof AppError && ['not_found', 'invalid'].includes(error.code)) return null;
      throw error;
    }
  },
});

/** One user with the memberships that this person may see. Source: GET /users/{id}. */
export const getUser = defineQuery({
  permission: 'user.read',
  input: userInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<UserDetail> =>
    toUserDetail(await readUser(input.userId, context), context.principal),
});

/**
 * A page of a user's sessions, newest first; of another customer's session a limited person learns nothing.
 * Source: GET /users/{id}/sessions.
 */
export const listSessions = defineQuery({
  permission: 'session.read',
  input: listSessionsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ userId: id, pageToken, status, since, until }, context): Promise<Page<SessionRow>> => {
    const { scalekit, principal } = context;
    const [, page] = await Promise.all([
      readUser(id, context),
      scalekit.sessions.getUserSessions({
        userId: id,
        pageToken,
        pageSize: sessionPageSize,
        filter: {
          status: status ? [status] : [],
          startTime: since ? timestampFromDate(new Date(`${since}T00:00:00Z`)) : undefined,
          endTime: until ? timestampFromDate(new Date(`${until}T23:59:59.999Z`)) : undefined,
        },
      }),
    ]);
    const isWhole = principal.customers === 'all';
    const visible = isWhole
      ? page.sessions
      : page.sessions.filter(({ organizationId }) => mayReach(principal, organizationId));
    return {
      rows: visible.map(toSessionRow),
      total: isWhole ? page.totalSize : null,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** One session of a user. Source: GET /sessions/{id}. */
export const getSession = defineQuery({
  permission: 'session.read',
  input: sessionInput,
  scope: scopeOfSession,
  load: async ({ sessionId }, { scalekit, principal }): Promise<SessionDetail> =>
    toSessionDetail(await scalekit.sessions.getSession({ sessionId }), principal),
});
