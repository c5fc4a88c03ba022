import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { toErrorView } from '@/lib/errors';
import { readBudget } from '@/lib/scalekit/budget';
import { readClockOffset } from '@/lib/scalekit/clock';
import { toAppError } from '@/lib/server/to-app-error';
import type { ConnectionFact, Evidence } from './evidence';
import {
  interceptorDecisions,
  listedConnection,
  membershipStatus,
  toDomainFact,
  userFact,
  wholeConnection,
} from './facts-of';
import { readChanges } from './read-changes';
import { type Reader, readSignIns } from './sources';

/** The longest domain that GET /connections?domain= takes. */
const longestDomain = 32;

type Gaps = string[];

/** A read that may fail: the rest of the evidence still counts, and the gap is named. */
export async function orGap<Answer>(call: Promise<Answer>, what: string, gaps: Gaps): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    const { message, requestId } = toErrorView(toAppError(error));
    gaps.push(`${what} could not be read: ${message}${requestId ? ` (request ${requestId})` : ''}`);
    return null;
  }
}

/** How far a reading goes. `history` false: what is now, without the log, for a dry run. */
type Extent = { history: boolean };

/**
 * Everything that bears on one question, in two rounds of calls: what the address and the request lead to, then the
 * customer that was found. What cannot be read becomes a gap. Whoever is limited to some customers gets theirs.
 */
export async function readEvidence(
  asked: Evidence['asked'],
  reader: Reader,
  { history }: Extent = { history: true },
): Promise<Evidence> {
  const gaps: Gaps = [];
  const first = await readFirst(asked, reader, gaps, history);
  const place = placeOf(asked, first, reader);
  const second = await readSecond(asked, first, place, reader, gaps, history);
  const budget = await orGap(readBudget(reader.environment), 'The API budget', gaps);
  const { limit = 0, left = 0, halvedUntil = null } = budget ?? {};
  return {
    ...second,
    now: new Date().toISOString(),
    asked,
    attempts: first.attempts,
    attempt: place.attempt,
    user: first.user,
    knowsUsers: first.users !== null,
    clockOffsetMs: readClockOffset(reader.environment),
    budget: budget && { used: Math.max(0, limit - left), limit, halved: halvedUntil !== null },
    gaps,
  };
}

type First = Awaited<ReturnType<typeof readFirst>>;

async function readFirst(asked: Evidence['asked'], reader: Reader, gaps: Gaps, history: boolean) {
  const { scalekit, principal } = reader;
  const { email, requestId } = asked;
  const domain = email?.split('@')[1] ?? '';
  if (domain.length > longestDomain)
    gaps.push(
      `Scalekit looks up domains of at most ${longestDomain} characters: whose ${domain} is was not asked.`,
    );
  const [log, users, holders] = await Promise.all([
    history && (email || requestId)
      ? orGap(
          readSignIns({ email: email ?? undefined, requestId: requestId ?? undefined }, reader),
          'The login log',
          gaps,
        )
      : null,
    email
      ? orGap(scalekit.users.searchUsers({ query: email.slice(0, 100), pageSize: 30 }), 'The users', gaps)
      : null,
    domain && domain.length <= longestDomain
      ? orGap(scalekit.connections.listConnections({ domain, include: 'all' }), 'Who has the domain', gaps)
      : null,
  ]);
  if (log && !log.complete)
    gaps.push(
      requestId && !email
        ? 'The log holds older lines than were looked through: the request may stand among them. With the e-mail address it is found.'
        : 'The log holds older sign-ins of this address than were read.',
    );
  const owned = (holders?.connections ?? []).filter(
    ({ organizationId }) => organizationId !== '' && mayReach(principal, organizationId),
  );
  if (principal.customers !== 'all')
    gaps.push('You are limited to some customers: of others nothing was looked at.');
  const user = users && email ? userFact(users.users, email, principal) : null;
  return { attempts: log?.rows ?? [], users, user, owned };
}

type Place = {
  attempt: Evidence['attempt'];
  organizationId: string | null;
  connectionId: string | null;
};

/** Which sign-in, customer and connection it is about: what the log says, else where the domain leads, else a membership. */
function placeOf(
  { requestId, email }: Evidence['asked'],
  { attempts, owned, user }: First,
  reader: Reader,
): Place {
  const asked = requestId ? attempts.find(({ id }) => id === requestId) : undefined;
  const finished = attempts.filter(({ status }) => status !== 'underway');
  const attempt = asked ?? (requestId && !email ? null : (finished[0] ?? attempts[0] ?? null));
  const [held] = owned;
  const organizationId =
    attempt?.organizationId ?? held?.organizationId ?? user?.memberships[0]?.organizationId ?? null;
  const mine = owned.filter((one) => one.organizationId === organizationId);
  const best = mine.find(({ enabled }) => enabled) ?? mine[0];
  const isReachable = organizationId !== null && mayReach(reader.principal, organizationId);
  return {
    attempt,
    organizationId: isReachable ? organizationId : null,
    connectionId: attempt?.connectionIds[0] ?? best?.id ?? null,
  };
}

async function readSecond(
  asked: Evidence['asked'],
  { user }: First,
  { attempt, organizationId, connectionId }: Place,
  reader: Reader,
  gaps: Gaps,
  history: boolean,
) {
  const { scalekit } = reader;
  // What was not found among the lines that a limited person may see is not theirs to ask about.
  const requestId = attempt?.id ?? (reader.principal.customers === 'all' ? asked.requestId : null);
  const nothing = null;
  const reading = requestId
    ? orGap(
        scalekit.events.listEventsPaginated({ filter: { authRequestId: requestId }, pageSize: 30 }),
        'What interceptors decided',
        gaps,
      )
    : null;
  if (!organizationId) {
    const events = await reading;
    return {
      ...{ organization: nothing, domains: nothing, connections: nothing, connection: nothing },
      ...{ otherAdmins: nothing, changes: nothing },
      interceptors: events && interceptorDecisions(events.events),
    };
  }
  const identities = { case: 'organizationId', value: organizationId } as const;
  const isAdmin = user?.memberships.some(
    (one) => one.organizationId === organizationId && one.roles.includes('admin'),
  );
  const [organization, domains, list, detail, members, changes, events] = await Promise.all([
    orGap(
      scalekit.organizations.getOrganization({ identities: { case: 'id', value: organizationId } }),
      'The organization',
      gaps,
    ),
    orGap(scalekit.domains.listDomains({ identities, pageSize: 30 }), 'The domains', gaps),
    orGap(scalekit.connections.listConnections({ organizationId, include: 'all' }), 'The connections', gaps),
    connectionId ? readConnection(reader, organizationId, connectionId) : null,
    isAdmin
      ? orGap(scalekit.users.listOrganizationUsers({ organizationId, pageSize: 100 }), 'The members', gaps)
      : null,
    history ? orGap(readChanges(organizationId, reader), 'The staff log', gaps) : null,
    reading,
  ]);
  const connections = list?.connections.map(listedConnection) ?? null;
  // Nothing named one: an organization with a single connection means that one.
  const only = connections?.length === 1 ? connections[0]?.id : undefined;
  const connection = detail ?? (only ? await readConnection(reader, organizationId, only) : null);
  const others = members?.users.filter((one) => one.id !== user?.id && isActiveAdmin(one, organizationId));
  if (members?.nextPageToken) gaps.push('Only the first 100 members were looked at for administrators.');
  if (history && changes === null) gaps.push('Changes by staff were not looked at.');
  return {
    organization: organization?.organization
      ? { id: organizationId, name: organization.organization.displayName || organizationId }
      : { id: organizationId, name: organizationId },
    domains: domains?.domains.map(toDomainFact) ?? null,
    connections: connections && merge(connections, connection),
    connection: connection ?? connections?.find(({ id }) => id === connectionId) ?? null,
    otherAdmins: others && !members?.nextPageToken ? others.length : null,
    changes,
    interceptors: events && interceptorDecisions(events.events),
  };
}

/** Null for one that is gone, or is not of this organization: a log line may name such a one. */
async function readConnection(
  { scalekit }: Reader,
  organizationId: string,
  id: string,
): Promise<ConnectionFact | null> {
  const answer = await scalekit.connections.getConnection({ organizationId, id }).catch(() => null);
  return answer?.connection ? wholeConnection(answer.connection) : null;
}

const merge = (list: ConnectionFact[], one: ConnectionFact | null) =>
  list.map((listed) => (listed.id === one?.id ? one : listed));

type User = Parameters<typeof membershipStatus>[0];

function isActiveAdmin({ memberships }: { memberships: User[] }, organizationId: string): boolean {
  return memberships.some(
    (one) =>
      one.organizationId === organizationId &&
      membershipStatus(one) === 'active' &&
      one.roles.some(({ name }) => name === 'admin'),
  );
}
