import type { Attempt, Evidence } from './evidence';

// A person may sign in at several customers and by several connections. That one of them works says nothing of another.

type Known = Pick<Evidence, 'attempts' | 'user'> & { connections?: Evidence['connections'] };

/** The line's place among the person's: customers that the log or a membership names. */
function customersOf({ attempts, user }: Known): Set<string> {
  const named = attempts.map(({ organizationId }) => organizationId);
  const joined = user?.memberships.map(({ organizationId }) => organizationId) ?? [];
  return new Set([...named, ...joined].filter((id): id is string => id !== null));
}

/** True where both lines are of one customer. One that names none is of the only one that the person has. */
function isSameCustomer(one: Attempt, other: Attempt, known: Known): boolean {
  if (one.organizationId === other.organizationId) return true;
  return (!one.organizationId || !other.organizationId) && customersOf(known).size < 2;
}

/**
 * True where `other` says something of the way in that `one` took: the same customer, and the same connection where both
 * name one. In the place of a connection that is off or gone stands whichever the person comes in by since.
 */
export function isSameWay(one: Attempt, other: Attempt, known: Known): boolean {
  if (!isSameCustomer(one, other, known)) return false;
  const [by, through] = [one.connectionIds[0], other.connectionIds[0]];
  if (!by || !through || by === through) return true;
  return known.connections?.some(({ id, enabled }) => id === by && enabled) === false;
}

/** The lines that are about the way in of the one in question, that one too; newest first. */
export function linesHere(evidence: Evidence): Attempt[] {
  const { attempt, attempts } = evidence;
  return attempt ? attempts.filter((line) => isSameWay(attempt, line, evidence)) : attempts;
}

/** What failed so long before the newest line, and not again, is history: not what somebody asks about. */
const longestOpenMs = 30 * 86_400_000;

/**
 * The sign-in that is asked about where nobody names one: the newest that failed and that no good one came after on the
 * same way, else the newest that ended, else the newest.
 */
export function attemptInQuestion(known: Known): Attempt | null {
  const ended = known.attempts.filter(({ status }) => status !== 'underway');
  const oldest = Date.parse(ended[0]?.at ?? '') - longestOpenMs;
  const open = ended.find(
    (line, index) =>
      line.status === 'failed' &&
      Date.parse(line.at) >= oldest &&
      !ended.slice(0, index).some((later) => later.status === 'success' && isSameWay(line, later, known)),
  );
  return open ?? ended[0] ?? known.attempts[0] ?? null;
}

/** How it stands on the way in of the one in question: the newest that ended went well, after others that had not, or not. */
export function stateHere(evidence: Evidence): 'works' | 'recovered' | 'open' {
  const ended = linesHere(evidence).filter(({ status }) => status !== 'underway');
  if (ended[0]?.status !== 'success') return 'open';
  return ended.some(({ status }) => status === 'failed') ? 'recovered' : 'works';
}
