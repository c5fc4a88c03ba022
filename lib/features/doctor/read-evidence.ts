import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { readBudget } from '@/lib/scalekit/budget';
import { readClockOffset } from '@/lib/scalekit/clock';
import { readConfiguration } from './configuration';
import type { Evidence } from './evidence';
import { userFact } from './facts-of';
import { type Missing, orGap } from './gaps';
import { readCustomer, readInterceptors } from './read-customer';
import { attemptInQuestion } from './sign-in-place';
import { type Reader, readSignIns } from './sources';

/** The longest domain that GET /connections?domain= takes. */
const longestDomain = 32;

/** How far a reading goes. `history` false: what is now, without the log, for a dry run. */
type Extent = {
  history: boolean;
  /** Hears which customer it is before that one is read: what else is asked about it goes with the second round. */
  onCustomer?: (organizationId: string) => void;
};

/**
 * Everything that bears on one question, in two rounds of calls: what the address and the request lead to, then the
 * customer that was found. Where nothing names a connection and the customer has one alone, that is read after the list.
 * Last come Keydesk's own snapshots. What cannot be read becomes a gap. Whoever is limited to some customers gets theirs.
 */
export async function readEvidence(
  asked: Evidence['asked'],
  reader: Reader,
  { history, onCustomer }: Extent = { history: true },
): Promise<Evidence> {
  const missing: Missing = { gaps: [], unread: [] };
  const measuring = orGap(readBudget(reader.environment), 'The API budget', missing.gaps);
  const first = await readFirst(asked, reader, missing, history);
  const place = placeOf(asked, first, reader);
  if (place.organizationId) onCustomer?.(place.organizationId);
  const [customer, interceptors] = await Promise.all([
    readCustomer(place, first.user, reader, missing, history),
    readInterceptors(requestOf(asked, place, reader), reader, missing),
  ]);
  const [budget, configuration] = await Promise.all([
    measuring,
    history && place.organizationId
      ? orGap(
          readConfiguration(
            {
              organizationId: place.organizationId,
              connectionId: customer.connection?.id ?? place.connectionId,
            },
            reader,
          ),
          'Snapshots of the configuration',
          missing.gaps,
        )
      : null,
  ]);
  const { limit = 0, left = 0, halvedUntil = null } = budget ?? {};
  return {
    ...customer,
    ...{ asked, configuration, interceptors },
    now: new Date().toISOString(),
    attempts: first.attempts,
    attempt: place.attempt,
    user: first.user,
    knowsUsers: first.users !== null,
    clockOffsetMs: readClockOffset(reader.environment),
    budget: budget && { used: Math.max(0, limit - left), limit, halved: halvedUntil !== null },
    ...missing,
  };
}

type First = Awaited<ReturnType<typeof readFirst>>;

async function readFirst(asked: Evidence['asked'], reader: Reader, missing: Missing, history: boolean) {
  const { scalekit, principal } = reader;
  const { email, requestId } = asked;
  const domain = email?.split('@')[1] ?? '';
  if (domain.length > longestDomain)
    missing.gaps.push(
      `Scalekit looks up domains of at most ${longestDomain} characters: whose ${domain} is was not asked.`,
    );
  const [log, users, holders] = await Promise.all([
    history && (email || requestId)
      ? orGap(
          readSignIns({ email: email ?? undefined, requestId: requestId ?? undefined }, reader),
          'The login log',
          missing.gaps,
          missing.unread,
        )
      : null,
    email
      ? orGap(
          scalekit.users.searchUsers({ query: email.slice(0, 100), pageSize: 30 }),
          'The users',
          missing.gaps,
          missing.unread,
        )
      : null,
    domain && domain.length <= longestDomain
      ? orGap(
          scalekit.connections.listConnections({ domain, include: 'all' }),
          'Who has the domain',
          missing.gaps,
        )
      : null,
  ]);
  if (log && !log.live) missing.unread.push('The login log');
  if (log && !log.complete)
    missing.gaps.push(
      requestId && !email
        ? 'The log holds older lines than were looked through: the request may stand among them. With the e-mail address it is found.'
        : 'The log holds older sign-ins of this address than were read.',
    );
  const owned = (holders?.connections ?? []).filter(
    ({ organizationId }) => organizationId !== '' && mayReach(principal, organizationId),
  );
  if (principal.customers !== 'all')
    missing.gaps.push('You are limited to some customers: of others nothing was looked at.');
  const user = users && email ? userFact(users.users, email, principal) : null;
  return { attempts: log?.rows ?? [], users, user, owned };
}

export type Place = {
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
  const attempt = asked ?? (requestId && !email ? null : attemptInQuestion({ attempts, user }));
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

/** What was not found among the lines that a limited person may see is not theirs to ask about. */
function requestOf({ requestId }: Evidence['asked'], { attempt }: Place, { principal }: Reader) {
  return attempt?.id ?? (principal.customers === 'all' ? requestId : null);
}
