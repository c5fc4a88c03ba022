import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery, type QueryContext } from '@/lib/server/define-query';
import { mayKnow, readUser } from '@/lib/server/find-user';
import { accountItems, keyItems, lastEndOf, membershipItems, sessionItems, type Whom } from './open-items';
import { checkAddressInput, checkUserInput, type Departure, mostOrganizations } from './schema';

/**
 * Everything by which a user may still get in, at the customers that the reader may see. A part that fails is named.
 * Source: GET /users/{id}; sessions, login log, connected accounts; then keys and directories of each organization.
 */
export const checkUser = defineQuery({
  permission: 'user.read',
  input: checkUserInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ userId }, context): Promise<Departure> => {
    const user = await readUser(userId, context);
    return check({ email: user.email, userId: user.id }, user, [], context);
  },
});

/** The same by e-mail, for somebody whose user record may be gone. Source: GET /users:search first. */
export const checkAddress = defineQuery({
  permission: 'user.read',
  input: checkAddressInput,
  scope: ({ organizationId }) =>
    organizationId ? { kind: 'organization', organizationId } : { kind: 'assigned' },
  load: async ({ email, organizationId }, context): Promise<Departure> => {
    const { users } = await context.scalekit.users.searchUsers({ query: email.slice(0, 100), pageSize: 30 });
    const isThem = (one: usersPb.User) => one.email.toLowerCase() === email.toLowerCase();
    const user = users.find((one) => isThem(one) && mayKnow(one, context.principal)) ?? null;
    const whom = { email: user?.email ?? email, userId: user?.id ?? null };
    return check(whom, user, organizationId ? [organizationId] : [], context);
  },
});

async function check(
  whom: Whom,
  user: usersPb.User | null,
  extra: string[],
  context: QueryContext,
): Promise<Departure> {
  const { principal } = context;
  const isLimited = principal.customers !== 'all';
  const unread: string[] = [];
  const read = async <Data>(what: string, call: Promise<Data>, otherwise: Data): Promise<Data> => {
    try {
      return await call;
    } catch (error) {
      const { message } = error instanceof AppError ? error : new Error('It failed.');
      unread.push(`${what}: ${message}`);
      return otherwise;
    }
  };
  const memberships = user ? membershipItems(user, principal) : [];
  const [sessions, lastEndedAt, log, accounts] = await Promise.all([
    user ? read('Sessions', sessionItems(user.id, context), []) : [],
    user ? read('Ended sessions', lastEndOf(user.id, context), null) : null,
    read('Login log', readLog(whom.email, context), []),
    isLimited ? [] : read('Connected accounts', accountItems(null, whom, context), []),
  ]);
  const known = [
    ...new Set([
      ...extra,
      ...memberships.map(({ id }) => id),
      ...log.map(({ organizationId }) => organizationId),
    ]),
  ];
  const places = known.slice(0, mostOrganizations);
  const [minutes, ...parts] = await Promise.all([
    places[0] ? read('Token lifetime', readTokenMinutes(places[0], context), null) : null,
    ...places.map((id) =>
      Promise.all([
        read(`API keys of ${id}`, keyItems(id, whom, context), []),
        isLimited ? read(`Connected accounts of ${id}`, accountItems(id, whom, context), []) : [],
        read(`Directories of ${id}`, readDirectories(id, context), []),
      ]),
    ),
  ]);
  const nameOf = (id: string) =>
    user?.memberships.find((one) => one.organizationId === id)?.displayName || null;
  return {
    ...whom,
    isLimited,
    organizations: places.map((id) => ({ id, name: nameOf(id) })),
    isWhole: known.length <= mostOrganizations,
    items: [
      ...parts.flatMap(([keys]) => keys),
      ...accounts,
      ...parts.flatMap(([, ofPlace]) => ofPlace),
      ...sessions,
      ...memberships,
    ],
    directories: parts.flatMap(([, , directories]) => directories),
    tokens: { minutes, lastEndedAt },
    lastSignInAt:
      log
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? toIso(user?.lastLoginTime),
    unread,
  };
}

/** Successful sign-ins with this address. Source: GET /logs/authentication/requests, its first page. */
async function readLog(email: string, { scalekit, principal }: QueryContext) {
  const page = await scalekit.authLogs.listAuthRequests({ email, status: ['SUCCESS'], pageSize: 50 });
  return page.authRequests.flatMap(({ organizationId, timestamp }) => {
    const at = toIso(timestamp);
    return organizationId && at && mayReach(principal, organizationId) ? [{ organizationId, at }] : [];
  });
}

/** A preview operation: an environment may refuse it. Source: GET …/application-session-policy. */
async function readTokenMinutes(organizationId: string, { scalekit }: QueryContext): Promise<number | null> {
  const answer = await scalekit.organizations.getApplicationSessionPolicy({ organizationId });
  return answer.applicationPolicy?.accessTokenExpiry || null;
}

async function readDirectories(organizationId: string, { scalekit }: QueryContext) {
  const { directories } = await scalekit.directories.listDirectories({ organizationId });
  return directories.map(({ id, name, enabled, stats, totalUsers }) => ({
    organizationId,
    id,
    name: name || id,
    enabled,
    users: stats?.totalUsers ?? totalUsers,
  }));
}
