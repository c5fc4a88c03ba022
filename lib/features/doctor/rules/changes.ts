import { formatExactTime } from '@/lib/format';
import type { Change, ConfigurationChange, Evidence, Finding } from '../evidence';
import { domainOf, failedHere, lastChange, lastGood, those, when } from './facts';

// Two records of changes: the staff log, exact and of our own acts alone; and differences between snapshots, which know of
// anybody's and only between which moments they came.

type Span = { at: string; since: string | null };
type Match = (change: ConfigurationChange, evidence: Evidence) => boolean;

/** What makes a change a recent one, before the first failure. */
const shortlyMs = 7 * 86_400_000;

/**
 * What is on record that may have led to a failure: acts of these names, and the differences that match, told once where
 * both know of it. The newest of each that came after it last worked and before it first failed; more weight where it was
 * shortly before.
 * @param did `changed the set-up`
 */
export function changesBefore(evidence: Evidence, did: string, acts: string[], matches: Match): Finding[] {
  const act = lastChange(evidence, acts, (one) => isHere(one, evidence) && weigh(evidence, one) !== 0);
  const told = new Set(evidence.changes?.map(({ id }) => id));
  const difference = evidence.configuration?.changes.find(
    (one) => matches(one, evidence) && !one.intents.some((id) => told.has(id)) && weigh(evidence, one) !== 0,
  );
  return those(
    act && {
      says: `${act.who} ${did} ${when(act.at, evidence)}, says the staff log.`,
      weight: weigh(evidence, act),
      isChange: true,
    },
    difference && {
      says: `${whoOf(difference)} ${did} ${spanWords(difference, evidence)}, say the snapshots.`,
      weight: weigh(evidence, difference),
      isChange: true,
    },
  );
}

/** A connection's own acts count for it alone. */
function isHere({ action, targetId }: Change, { connection }: Evidence): boolean {
  return !action.startsWith('connection.') || !connection || !targetId || targetId === connection.id;
}

/** 0: it has worked after it, or failed before it. */
function weigh(evidence: Evidence, change: { at: string; since?: string | null }): 0 | 1 | 2 {
  const good = lastGood(evidence);
  const failure = failedHere(evidence).findLast(({ at }) => !good || at > good.at);
  if (good && change.at <= good.at) return 0;
  if (failure && (change.since ?? change.at) >= failure.at) return 0;
  const before = Date.parse(failure?.at ?? evidence.now) - Date.parse(change.at);
  return before <= shortlyMs ? 2 : 1;
}

function whoOf({ actor }: ConfigurationChange): string {
  if (actor.kind === 'person') return actor.email;
  return actor.kind === 'staff' ? 'Somebody of our staff' : 'Somebody outside Keydesk';
}

const spanWords = ({ at, since }: Span, evidence: Evidence) =>
  since ? `between ${formatExactTime(since)} and ${when(at, evidence)}` : when(at, evidence);

/** A field of the connection in question differs; `to`: and is that now. */
export const ofConnection =
  (fields: RegExp, to?: unknown): Match =>
  ({ part, objectId, fields: changed }, { connection }) =>
    part === 'connection' &&
    (!connection || objectId === connection.id) &&
    changed.some(({ path, after }) => fields.test(path) && (to === undefined || after === to));

/** A thing of this kind came or went; of a domain that of the name. */
export const ofThings =
  (thing: ConfigurationChange['part'], how: ConfigurationChange['verb'], name?: string | null): Match =>
  ({ part, verb, name: its }) =>
    part === thing && verb === how && (!name || its.toLowerCase() === name);

/** What is entered at a set-up, by kind. */
export const samlSetUp =
  /^(entityId|signOnAddress|signOnBinding|metadataAddress|requestsSigned|signedByProvider|assertionsEncrypted)$/;
export const oidcSetUp =
  /^(issuer|discoveryAddress|authorizationAddress|tokenAddress|keysAddress|clientId|clientSecret|secretIsSent|scopes|pkce)$/;

/** Somebody changed the connection's set-up, in one of these fields where snapshots tell of it. */
export const setUpChanged = (evidence: Evidence, fields: RegExp): Finding[] =>
  changesBefore(evidence, 'changed the set-up', ['connection.configure'], ofConnection(fields));

/** Somebody took the domain of the address away. */
export const domainTaken = (evidence: Evidence): Finding[] => {
  const isIt = ofThings('domain', 'removed', domainOf(evidence));
  return changesBefore(evidence, 'took the domain away', ['domain.delete', 'domain.move_out'], isIt);
};
