import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Evidence, Finding, RankedCause, Rule } from './evidence';
import { denies, lastGood, when } from './rules/facts';
import { rules } from './rules/rules';

/** The weight that a code gives: to the cause that usually ends in it, and to the others that may. */
const byFirstCode = 4;
const byFurtherCode = 3;
/** From here on something that was seen keeps people out by itself. */
const blocking = 3;

export type Weighed = {
  rule: Rule;
  score: number;
  /** Something that was seen, and that no good sign-in came after, keeps people out. */
  blocks: boolean;
  cause: RankedCause;
};

/** With a code, its causes; without one, what of the live state speaks for a cause. Best first. */
export function rank(evidence: Evidence, code: string | null): Weighed[] {
  return rules
    .filter(({ codes }) => code === null || codes.includes(code))
    .map((rule) => weigh(rule, evidence, code))
    .filter(({ isSeen }) => code !== null || isSeen)
    .toSorted(
      // Without a code what keeps people out comes before what was merely changed.
      (one, other) =>
        (code === null ? Number(other.blocks) - Number(one.blocks) : 0) || other.score - one.score,
    );
}

function weigh(rule: Rule, evidence: Evidence, code: string | null): Weighed & { isSeen: boolean } {
  const findings = withoutPast(rule.weigh(evidence), evidence);
  const prior = code === null ? 0 : rule.codes[0] === code ? byFirstCode : byFurtherCode;
  const found = findings.reduce((sum, { weight }) => sum + weight, 0);
  const score = prior + found;
  const isBlocking = findings.some(({ weight }) => weight >= blocking);
  const says = (isFor: boolean) =>
    findings.filter(({ weight }) => weight > 0 === isFor).map(({ says: words }) => words);
  const { id, title, actor, proof, fix = null } = rule;
  const speaksFor = code === null ? says(true) : [codeWords(rule, code), ...says(true)];
  const strength = score >= 6 ? 'strong' : score >= (code === null ? blocking : 4) ? 'fair' : 'weak';
  const cause: RankedCause = {
    ...{ id, title, actor, proof, fix, strength, speaksFor },
    speaksAgainst: says(false),
    steps: rule.steps(evidence).filter(Boolean),
    reply: replyOf(rule),
  };
  // Without a code only what can be seen counts: a state that keeps people out, or a change on record.
  const isSeen = score >= 1 && (isBlocking || findings.some(({ isChange }) => isChange));
  return { rule, score, blocks: isBlocking && found >= blocking, cause, isSeen };
}

/**
 * What has held since before a good sign-in on the same way kept nobody out then. What has no known beginning (a
 * membership, a domain, an invitation) may have come after any.
 */
function withoutPast(findings: Finding[], evidence: Evidence): Finding[] {
  const good = lastGood(evidence);
  const isPast = ({ since }: Finding) => Boolean(since && good && since <= good.at);
  if (!good || !findings.some(isPast)) return findings;
  return [
    ...findings.map((one) => (isPast(one) ? { ...one, weight: Math.min(one.weight, 1) } : one)),
    denies(`A sign-in went well ${when(good.at, evidence)}, after that.`),
  ];
}

/** The advice of the code is worded for whoever has to act: it fits where that is the customer. */
function replyOf({ reply, actor, codes }: Rule): string | null {
  if (reply) return reply;
  const known = signInErrors[codes[0] ?? ''];
  const isTheirs = actor === 'customer' || actor === 'person';
  return isTheirs && known?.actor === actor ? known.advice : null;
}

const codeWords = ({ codes }: Rule, code: string) =>
  codes[0] === code ? `The code ${code} usually means this.` : `The code ${code} can mean this.`;
