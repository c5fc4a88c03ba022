import 'server-only';
import { eventTypes, loginTypes } from '@/lib/activity/event-types.data';
import { type ActivityFilter, type ActivityStreamName, timesOf, typesOf } from '@/lib/activity/filter';
import { ourStaff } from '@/lib/activity/our-staff';
import type { ActivityStream } from '@/lib/audit/activity/row';
import { actorAndData } from '@/lib/audit/activity/shown-actor';
import { staffSource } from '@/lib/audit/activity/staff-source';
import type { Principal } from '@/lib/auth/principal';
import { Prisma } from '@/lib/generated/prisma/client';
import { staffConditions } from './staff-branch';

/**
 * What may be seen and what is wanted of it. Without `mayReadStaff` the staff log stays out, and so do the names of our
 * staff in other streams.
 */
export type Selection = {
  environment: string;
  customers: Principal['customers'];
  mayReadStaff: boolean;
  filter: ActivityFilter;
  /** Rows of this stream alone. */
  stream?: ActivityStreamName;
};

/**
 * One walk through one index. A page is made of few of them, each cut to the page's size, so that nothing is ever
 * sorted as a whole: several types, or several customers, are several walks.
 */
export type Branch = { stream: ActivityStreamName | 'entry'; source: Prisma.Sql; conditions: Prisma.Sql[] };

const branchLimit = 24;
const eventTypeNames = new Set(eventTypes.map(({ type }) => type));
const loginTypeNames = new Set(loginTypes.map(({ type }) => type));
const staffOutcomes = ['unknown', 'denied', 'notice'];

/**
 * The walks that a filter takes; none where nothing can match.
 * @param together all streams of the cache are one walk (`entry`) where a filter does not choose among them: a rare row is
 *   then looked for once, and not in each stream to its own end
 */
export function branchesOf(selection: Selection, { together = false } = {}): Branch[] {
  const { filter } = selection;
  const types = typesOf(filter);
  const owners = ownersOf(selection);
  const pairs = (types.length > 0 ? types : [null]).flatMap((type) =>
    walksOf(streamsOf(selection, type), together).flatMap((stream) =>
      owners.map((owner) => ({ stream, type, owner })),
    ),
  );
  return pairs.map(({ stream, type, owner }) => ({
    stream,
    source: stream === 'staff' ? staffSource : entrySource(stream, selection.mayReadStaff),
    conditions: [
      ...(stream === 'staff' ? staffConditions(selection, type) : entryConditions(selection, type)),
      ...(owner ? [owner] : []),
    ],
  }));
}

function walksOf(streams: ActivityStreamName[], together: boolean): Branch['stream'][] {
  const ofCache = streams.filter((stream) => stream !== 'staff');
  return together && ofCache.length === 3 ? ['entry', ...streams.filter((one) => one === 'staff')] : streams;
}

/**
 * True when an index leads to the rows. Else a walk may pass many that do not match, and has to end somewhere: a type
 * alone has an index, but most of an environment's rows may be of it.
 */
export function isIndexed({ filter, customers }: Selection): boolean {
  const { organization, user, connection, target } = filter;
  return (
    [organization, user, connection, target].some((value) => value !== '') ||
    customers !== 'all' ||
    !isNarrow(filter)
  );
}

function isNarrow({ actor, outcome, source, text }: ActivityFilter): boolean {
  return [actor, outcome, source, text].some((value) => value !== '');
}

// Each of a few customers is a walk of its own; of many, one walk that looks for any of them.
function ownersOf({ customers, filter, mayReadStaff }: Selection): (Prisma.Sql | null)[] {
  if (customers === 'all') return [null];
  if (filter.organization !== '') return customers.has(filter.organization) ? [null] : [Prisma.sql`false`];
  const walks = customers.size * Math.max(1, typesOf(filter).length) * (mayReadStaff ? 4 : 3);
  const ids = [...customers];
  if (walks > branchLimit || ids.length === 0) return [Prisma.sql`log.organization_id = ANY(${ids})`];
  return ids.map((id) => Prisma.sql`log.organization_id = ${id}`);
}

function streamsOf(
  { filter, mayReadStaff, stream: only }: Selection,
  type: string | null,
): ActivityStreamName[] {
  let streams: ActivityStreamName[] = mayReadStaff
    ? ['event', 'login', 'change', 'staff']
    : ['event', 'login', 'change'];
  const keep = (...names: ActivityStreamName[]) => {
    streams = streams.filter((stream) => names.includes(stream));
  };
  if (only) keep(only);
  if (type !== null && eventTypeNames.has(type)) keep('event');
  if (type !== null && loginTypeNames.has(type)) keep('login');
  if (filter.source === 'login_log') keep('login');
  if (filter.source === 'snapshot') keep('change');
  if (filter.source === 'staff') keep('staff');
  else if (filter.source !== '') keep('event', 'login', 'change');
  if (staffOutcomes.includes(filter.outcome)) keep('staff');
  return streams;
}

/** The rows of a stream of the cache, or of all, as a person may know them; its alias is `log`. */
export function entrySource(stream: ActivityStream | 'entry', mayReadStaff: boolean): Prisma.Sql {
  return Prisma.sql`
    SELECT ${Prisma.raw(stream === 'entry' ? 'stream' : `'${stream}'`)} AS stream, id, at, since, type, source, outcome, organization_id,
      connection_id, user_id, email, target_type, target_id, auth_request_id, ${actorAndData(stream, mayReadStaff)},
      words, received_at
    FROM ${Prisma.raw(`activity."${stream}"`)} log`;
}

function entryConditions(
  { environment, filter, mayReadStaff }: Selection,
  type: string | null,
): Prisma.Sql[] {
  const { from, to } = timesOf(filter);
  const all = [Prisma.sql`environment = ${environment}`];
  const equal = (column: string, value: string) => {
    if (value !== '') all.push(Prisma.sql`${Prisma.raw(column)} = ${value}`);
  };
  if (type !== null) all.push(Prisma.sql`type = ${type}`);
  if (from) all.push(Prisma.sql`at >= ${from}::timestamptz`);
  if (to) all.push(Prisma.sql`at < ${to}::timestamptz`);
  equal('organization_id', filter.organization);
  equal('connection_id', filter.connection);
  if (filter.user.includes('@')) equal('email', filter.user.toLowerCase());
  else equal('user_id', filter.user);
  equal('target_id', filter.target);
  if (mayReadStaff) equal('actor', filter.actor);
  else if (filter.actor !== '')
    all.push(filter.actor === ourStaff ? Prisma.sql`actor IS NOT NULL` : Prisma.sql`false`);
  equal('outcome', filter.outcome);
  equal('source', filter.source);
  if (filter.text !== '') all.push(Prisma.sql`position(${filter.text.toLowerCase()} in words) > 0`);
  return all;
}
