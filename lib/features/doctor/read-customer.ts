import 'server-only';
import { AppError } from '@/lib/errors';
import type { ConnectionFact, Evidence } from './evidence';
import {
  administers,
  interceptorDecisions,
  listedConnection,
  membershipStatus,
  toDomainFact,
  wholeConnection,
} from './facts-of';
import { type Missing, orGap } from './gaps';
import { readChanges } from './read-changes';
import type { Place } from './read-evidence';
import type { Reader } from './sources';

const pageOfMembers = 100;

type Customer = Pick<
  Evidence,
  'organization' | 'domains' | 'connections' | 'connection' | 'otherAdmins' | 'changes'
>;

/**
 * The customer that the question leads to, all calls at once: organization, domains, connections and the one in question,
 * what staff changed, and where the person administers it the others who do. All null where it leads to none.
 */
export async function readCustomer(
  { organizationId, connectionId }: Place,
  user: Evidence['user'],
  reader: Reader,
  missing: Missing,
  history: boolean,
): Promise<Customer> {
  if (!organizationId)
    return {
      ...{ organization: null, domains: null, connections: null, connection: null },
      ...{ otherAdmins: null, changes: null },
    };
  const { scalekit } = reader;
  const identities = { case: 'organizationId', value: organizationId } as const;
  const isAdmin = user?.memberships.some((one) => one.organizationId === organizationId && one.administers);
  const listing = orGap(
    scalekit.connections.listConnections({ organizationId, include: 'all' }),
    'The connections',
    missing.gaps,
    missing.unread,
  );
  const named = connectionId && readConnection(reader, organizationId, connectionId, missing);
  // Nothing named one, or one that is gone: an organization with a single connection means that one.
  const inQuestion = async (): Promise<ConnectionFact | null> => {
    const found = await named;
    if (found) return found;
    const [only, another] = (await listing)?.connections ?? [];
    const isMeant = only && !another && only.id !== connectionId;
    return isMeant ? readConnection(reader, organizationId, only.id, missing) : null;
  };
  const [organization, domains, list, connection, otherAdmins, changes] = await Promise.all([
    orGap(
      scalekit.organizations.getOrganization({ identities: { case: 'id', value: organizationId } }),
      'The organization',
      missing.gaps,
    ),
    orGap(
      scalekit.domains.listDomains({ identities, pageSize: 30 }),
      'The domains',
      missing.gaps,
      missing.unread,
    ),
    listing,
    inQuestion(),
    isAdmin ? countOtherAdmins(reader, organizationId, user?.id, missing) : null,
    history ? orGap(readChanges(organizationId, reader), 'The staff log', missing.gaps) : null,
  ]);
  if (history && changes === null) missing.gaps.push('Changes by staff were not looked at.');
  const connections = list?.connections.map(listedConnection) ?? null;
  return {
    organization: {
      id: organizationId,
      name: organization?.organization?.displayName || organizationId,
    },
    domains: domains?.domains.map(toDomainFact) ?? null,
    connections: connections?.map((listed) => (listed.id === connection?.id ? connection : listed)) ?? null,
    connection: connection ?? connections?.find(({ id }) => id === connectionId) ?? null,
    ...{ otherAdmins, changes },
  };
}

/**
 * Null for one that is gone, or is not of this organization: a log line may name such a one. One that could not be read is
 * null too, and a gap.
 */
async function readConnection(
  { scalekit }: Reader,
  organizationId: string,
  id: string,
  missing: Missing,
): Promise<ConnectionFact | null> {
  const reading = scalekit.connections.getConnection({ organizationId, id }).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  const answer = await orGap(reading, 'The connection', missing.gaps, missing.unread);
  return answer?.connection ? wholeConnection(answer.connection) : null;
}

/** Null where it is not known: more members than a page holds, and no other administrator among those. */
async function countOtherAdmins(
  { scalekit }: Reader,
  organizationId: string,
  userId: string | undefined,
  missing: Missing,
): Promise<number | null> {
  const asked = { organizationId, pageSize: pageOfMembers };
  const members = await orGap(scalekit.users.listOrganizationUsers(asked), 'The members', missing.gaps);
  if (!members) return null;
  const others = members.users.filter(
    ({ id, memberships }) =>
      id !== userId &&
      memberships.some(
        (one) =>
          one.organizationId === organizationId && membershipStatus(one) === 'active' && administers(one),
      ),
  );
  if (others.length > 0 || !members.nextPageToken) return others.length;
  missing.gaps.push(`Only the first ${pageOfMembers} members were looked at for administrators.`);
  return null;
}

/** What interceptors decided on a sign-in; null: not asked, or the events API did not answer. */
export async function readInterceptors(
  requestId: string | null,
  { scalekit }: Reader,
  missing: Missing,
): Promise<Evidence['interceptors']> {
  if (!requestId) return null;
  const events = await orGap(
    scalekit.events.listEventsPaginated({ filter: { authRequestId: requestId }, pageSize: 30 }),
    'What interceptors decided',
    missing.gaps,
  );
  return events && interceptorDecisions(events.events);
}
