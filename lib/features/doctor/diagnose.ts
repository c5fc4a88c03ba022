import { formatList, formatQuantity } from '@/lib/format';
import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Diagnosis, Evidence, Finding, RankedCause, Rule, Verdict } from './evidence';
import { lastGood, personOf, when } from './rules/facts';
import { rules } from './rules/rules';
import { waysInFor } from './ways-in';

/** The weight that a code gives: to the cause that usually ends in it, and to the others that may. */
const byFirstCode = 4;
const byFurtherCode = 3;
/** From here on something that was seen keeps people out by itself. */
const blocking = 3;

type Weighed = { rule: Rule; score: number; findings: Finding[]; cause: RankedCause };

/** Works out what went wrong, from evidence alone: reads nothing, and guesses nothing from a log without reasons. */
export function diagnose(evidence: Evidence): Diagnosis {
  const { asked } = evidence;
  if (asked.limit) return ofLimit(evidence);
  if (asked.code) return withCode(evidence, asked.code);
  return fromLog(evidence);
}

function withCode(evidence: Evidence, code: string): Diagnosis {
  const { asked } = evidence;
  if (asked.otherCodes.length > 0)
    return unknown(evidence, `Two codes at once: ${[code, ...asked.otherCodes].join(', ')}`, [
      'A sign-in ends in one code. Paste one address at a time.',
    ]);
  if (!Object.hasOwn(signInErrors, code))
    return unknown(evidence, `${code} is none of the documented codes`, [
      'The application may have made it up: ask its developers what it stands for, and for Scalekit’s own code behind it.',
    ]);
  const weighed = rank(evidence, code);
  const causes = weighed.map(({ cause }) => cause);
  const against = contradiction(evidence, weighed);
  if (against) return { ...unknown(evidence, `The evidence contradicts ${code}`, against), causes };
  const worksSince = hasRecovered(evidence);
  return {
    verdict: worksSince ? 'recovered' : 'found',
    title: worksSince ? `It failed with ${code}, and has worked since` : (signInErrors[code]?.title ?? code),
    happened: happenings(evidence),
    causes,
    ask: evidence.attempts.length === 0 && !asked.email ? [askForAddress] : [],
    waysIn: waysInFor(evidence),
  };
}

function fromLog(evidence: Evidence): Diagnosis {
  const { attempts, attempt } = evidence;
  const weighed = rank(evidence, null);
  const causes = weighed.map(({ cause }) => cause);
  const isBlocked = (weighed[0]?.score ?? 0) >= blocking;
  const happened = happenings(evidence);
  const waysIn = waysInFor(evidence);
  const told = (verdict: Verdict, title: string, ask: string[] = []): Diagnosis => ({
    ...{ verdict, title, happened, ask },
    causes: verdict === 'healthy' || verdict === 'recovered' ? [] : causes,
    waysIn: verdict === 'likely' ? waysIn : [],
  });
  const who = personOf(evidence);
  if (isBlocked && !isOutdated(evidence))
    return told('likely', weighed[0]?.rule.title ?? '', [askForCallback]);
  if (hasRecovered(evidence)) return told('recovered', `${who} failed, and has signed in since`);
  if (attempt?.status === 'success') return told('healthy', `${who} signs in without trouble`);
  if (attempts.length === 0)
    return told('nothing', `The login log has no sign-in of ${who}`, [
      'Which address did they type? A sign-in that fails before the address is known is logged without one.',
      askForCallback,
    ]);
  return told('unknown', 'It is not known why', [askForCallback]);
}

const askForCallback =
  'Ask for the address that the browser landed on (it holds error=…), or a picture of the whole page. The login log holds no reason.';
const askForAddress =
  'Ask for the person’s e-mail address: with it, the customer’s own state is looked at too.';

function ofLimit(evidence: Evidence): Diagnosis {
  const causes = rank(evidence, null)
    .filter(({ rule }) => rule.id.startsWith('limited_'))
    .map(({ cause }) => cause);
  if (causes[0])
    return { verdict: 'found', title: causes[0].title, happened: [], causes, ask: [], waysIn: [] };
  return unknown(evidence, 'A limit was reached, and whose is not known', [
    'Ask for the body of the answer: RATE_LIMITED there is Scalekit’s own limit, TOOL_ERROR that of a service behind a tool.',
  ]);
}

function unknown(evidence: Evidence, title: string, ask: string[]): Diagnosis {
  return { verdict: 'unknown', title, happened: happenings(evidence), causes: [], ask, waysIn: [] };
}

/** With a code, its causes; without one, what of the live state speaks for a cause. Best first. */
function rank(evidence: Evidence, code: string | null): Weighed[] {
  return rules
    .filter(({ codes }) => code === null || codes.includes(code))
    .map((rule) => weigh(rule, evidence, code))
    .filter((one) => code !== null || isSeen(one))
    .toSorted((one, other) => other.score - one.score);
}

function weigh(rule: Rule, evidence: Evidence, code: string | null): Weighed {
  const findings = rule.weigh(evidence);
  const prior = code === null ? 0 : rule.codes[0] === code ? byFirstCode : byFurtherCode;
  const score = findings.reduce((sum, { weight }) => sum + weight, prior);
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
  return { rule, score, findings, cause };
}

/** The advice of the code is worded for whoever has to act: it fits where that is the customer. */
function replyOf({ reply, actor, codes }: Rule): string | null {
  if (reply) return reply;
  const known = signInErrors[codes[0] ?? ''];
  const isTheirs = actor === 'customer' || actor === 'person';
  return isTheirs && known?.actor === actor ? known.advice : null;
}

// Without a code only what can be seen counts: a state that keeps people out, or a change on record.
const isSeen = ({ score, findings }: Weighed) =>
  score >= 1 && findings.some(({ weight, isChange }) => weight >= blocking || isChange);

const codeWords = ({ codes }: Rule, code: string) =>
  codes[0] === code ? `The code ${code} usually means this.` : `The code ${code} can mean this.`;

/** Why the code cannot be what happened as things stand; null where nothing stands against it. */
function contradiction(evidence: Evidence, weighed: Weighed[]): string[] | null {
  const { asked, attempt } = evidence;
  if (asked.requestId && attempt?.id === asked.requestId && attempt.status === 'success')
    return [
      `The log says that ${asked.requestId} ended well ${when(attempt.at, evidence)}. The code is of another sign-in: ask for the address of the one that failed.`,
    ];
  const isOfPerson = weighed.some(({ rule: { knowsPerson = true } }) => knowsPerson);
  const { attempts } = evidence;
  if (asked.email && isOfPerson && attempts[0]?.status === 'success' && !attempts.some(isFailed))
    return [
      `The log knows no failed sign-in of ${asked.email}, and a good one ${when(attempts[0].at, evidence)}. Ask which address was typed, and when.`,
    ];
  const refusals = weighed.map(({ rule, score }) =>
    rule.refute ? rule.refute(evidence) : score <= 0 ? 'nothing' : null,
  );
  const [first] = refusals;
  if (!first || first === 'nothing' || weighed.slice(1).some(({ score }) => score >= 4)) return null;
  return [
    `${first} Ask when it happened and in which environment: the state may have been another one then, or the application asks for another organization.`,
  ];
}

const isFailed = ({ status }: Evidence['attempts'][number]) => status === 'failed';

function hasRecovered({ attempts }: Evidence): boolean {
  const finished = attempts.filter(({ status }) => status !== 'underway');
  return finished[0]?.status === 'success' && finished.some(isFailed);
}

// A good sign-in after the last change of the connection says that what looks wrong keeps nobody out.
function isOutdated({ attempts, connection }: Evidence): boolean {
  const [newest] = attempts;
  if (newest?.status !== 'success' || !connection?.enabled) return false;
  return connection.updatedAt === null || connection.updatedAt <= newest.at;
}

function happenings(evidence: Evidence): string[] {
  const { attempts, attempt, asked } = evidence;
  const failed = attempts.filter(isFailed);
  const good = lastGood(evidence);
  const said = asked.description ? [`Scalekit said: ${asked.description}`] : [];
  if (attempts.length === 0) return said;
  const outcome = { success: 'went well', failed: 'failed', underway: 'has begun and not ended' };
  return [
    ...(attempt
      ? [
          `The sign-in ${attempt.id} ${outcome[attempt.status]} ${when(attempt.at, evidence)}${attempt.connection ? `, by ${attempt.connection}` : ''}.`,
        ]
      : []),
    formatList([
      `Of ${formatQuantity(attempts.length, 'sign-in')} that the log has, ${failed.length} failed`,
      good ? `the last good one was ${when(good.at, evidence)}` : 'none went well',
    ]).concat('.'),
    ...said,
  ];
}
