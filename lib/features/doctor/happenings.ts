import { formatList, formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import type { Attempt, Evidence } from './evidence';
import { lastGood, when } from './rules/facts';
import { linesHere } from './sign-in-place';

const mostPlaces = 4;
const outcome = { success: 'went well', failed: 'failed', underway: 'has begun and not ended' };

/** What the log tells, as sentences: of the sign-in in question, of those on the same way, and how it goes elsewhere. */
export function happenings(evidence: Evidence): string[] {
  const { attempts, attempt, asked } = evidence;
  const said = asked.description ? [`Scalekit said: ${asked.description}`] : [];
  if (attempts.length === 0) return said;
  const here = linesHere(evidence);
  const failed = here.filter(({ status }) => status === 'failed');
  const good = lastGood(evidence);
  const by = attempt?.connection ? `, by ${attempt.connection}` : '';
  return [
    ...(attempt
      ? [`The sign-in ${attempt.id} ${outcome[attempt.status]} ${when(attempt.at, evidence)}${by}.`]
      : []),
    formatList([
      `Of ${formatQuantity(here.length, 'sign-in')}${placeWords(evidence)} that the log has, ${failed.length} failed`,
      good ? `the last good one was ${when(good.at, evidence)}` : 'none went well',
    ]).concat('.'),
    ...elsewhere(evidence),
    ...said,
  ];
}

/** ` at Acme`, where the person signs in elsewhere too. */
export function placeWords(evidence: Evidence): string {
  const { attempt } = evidence;
  const others = othersOf(evidence);
  if (!attempt || others.length === 0) return '';
  if (!attempt.organizationId) return ' without a customer’s name';
  const isAlsoHere = others.some(({ organizationId }) => organizationId === attempt.organizationId);
  const by = isAlsoHere && attempt.connection ? ` by ${attempt.connection}` : '';
  return ` at ${nameOf(attempt.organizationId, evidence)}${by}`;
}

function othersOf(evidence: Evidence): Attempt[] {
  const here = new Set(linesHere(evidence));
  return evidence.attempts.filter((line) => !here.has(line));
}

/** How the newest sign-in went at each other place. */
function elsewhere(evidence: Evidence): string[] {
  const newest = new Map<string, Attempt>();
  for (const line of othersOf(evidence).filter(({ status }) => status !== 'underway')) {
    const place = whereWords(line, evidence);
    if (!newest.has(place)) newest.set(place, line);
  }
  return [...newest]
    .slice(0, mostPlaces)
    .map(
      ([place, { status, at }]) => `${place} the newest sign-in ${outcome[status]} ${when(at, evidence)}.`,
    );
}

function whereWords({ organizationId, connection }: Attempt, evidence: Evidence): string {
  if (!organizationId) return 'Without a customer’s name';
  if (organizationId !== evidence.attempt?.organizationId) return `At ${nameOf(organizationId, evidence)}`;
  return connection ? `By ${connection}` : 'By another connection';
}

function nameOf(id: string, { organization, user }: Evidence): string {
  const joined = user?.memberships.find(({ organizationId }) => organizationId === id)?.organizationName;
  return isolate((organization?.id === id ? organization.name : joined) ?? id);
}
