import { formatExactTime, formatRelativeTime } from '@/lib/format';
import type { Change, Evidence, Finding, MembershipFact } from '../evidence';
import { linesHere } from '../sign-in-place';

/** A fact by itself keeps people out, speaks for a cause, or hints at it. */
export const blocks = (says: string, since?: string): Finding => ({ says, weight: 3, since });
export const supports = (says: string): Finding => ({ says, weight: 2 });
export const changed = (says: string): Finding => ({ says, weight: 2, isChange: true });
export const hints = (says: string): Finding => ({ says, weight: 1 });
export const doubts = (says: string): Finding => ({ says, weight: -1 });
export const denies = (says: string): Finding => ({ says, weight: -3 });

/** Facts that hold, in order. */
export const those = (...found: (Finding | false | null | undefined | '' | 0)[]): Finding[] =>
  found.filter((one): one is Finding => Boolean(one));

export const when = (at: string, { now }: Evidence) =>
  `${formatExactTime(at)} (${formatRelativeTime(at, now)})`;

/** What is behind the @ of the address asked for. */
export const domainOf = ({ asked, attempt }: Evidence): string | null =>
  (asked.email ?? attempt?.email)?.split('@')[1] ?? null;

export const personOf = ({ asked, attempt }: Evidence): string =>
  asked.email ?? attempt?.email ?? 'the person';

/** The person's membership of the organization in question. */
export function membershipOf({ user, organization }: Evidence): MembershipFact | null {
  return user?.memberships.find((one) => one.organizationId === organization?.id) ?? null;
}

/** The newest act of these names that went well, and that `isMeant` where that is given. */
export function lastChange(
  { changes }: Evidence,
  actions: string[],
  isMeant: (change: Change) => boolean = () => true,
): Change | null {
  return changes?.find((one) => actions.includes(one.action) && one.outcome === 'ok' && isMeant(one)) ?? null;
}

/** Told of a change on record, as a finding's words. */
export const changeWords = (change: Change, what: string, evidence: Evidence) =>
  `${change.who} ${what} ${when(change.at, evidence)}, says the staff log.`;

/** The newest good sign-in that was read on the way in that is in question. */
export const lastGood = (evidence: Evidence) =>
  linesHere(evidence).find(({ status }) => status === 'success') ?? null;

/** The failed ones on that way, newest first. */
export const failedHere = (evidence: Evidence) =>
  linesHere(evidence).filter(({ status }) => status === 'failed');

/** The certificate that lasts longest; null where there is none or none was read. */
export function longestCertificate({ connection }: Evidence) {
  const dated = (connection?.detail?.certificates ?? []).filter(({ expiresAt }) => expiresAt);
  return dated.sort((one, two) => (two.expiresAt ?? '').localeCompare(one.expiresAt ?? ''))[0] ?? null;
}

/** True when all certificates that were read have run out. */
export function isCertificateOver(evidence: Evidence): boolean {
  const longest = longestCertificate(evidence);
  return longest !== null && (longest.expiresAt ?? '') < evidence.now;
}

/** What the clocks say: ours against Scalekit's. */
export const clockLimitMs = 30_000;
