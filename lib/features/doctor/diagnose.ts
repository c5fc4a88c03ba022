import { formatList } from '@/lib/format';
import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Diagnosis, Evidence, Verdict } from './evidence';
import { happenings, placeWords } from './happenings';
import { rank, type Weighed } from './rank';
import { personOf, when } from './rules/facts';
import { stateHere } from './sign-in-place';
import { waysInFor } from './ways-in';

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
  const worksSince = stateHere(evidence) === 'recovered' && !weighed.some(({ blocks }) => blocks);
  return {
    verdict: worksSince ? 'recovered' : 'found',
    title: worksSince ? `It failed with ${code}, and has worked since` : (signInErrors[code]?.title ?? code),
    happened: happenings(evidence),
    causes,
    ask: evidence.attempts.length === 0 && !asked.email ? [askForAddress] : [],
    waysIn: worksSince ? [] : waysInFor(evidence),
  };
}

const over: Verdict[] = ['healthy', 'recovered', 'nothing'];

function fromLog(evidence: Evidence): Diagnosis {
  const weighed = rank(evidence, null);
  const told = (verdict: Verdict, title: string, ask: string[] = []): Diagnosis => ({
    ...{ verdict, title, ask, happened: happenings(evidence) },
    causes: verdict === 'healthy' || verdict === 'recovered' ? [] : weighed.map(({ cause }) => cause),
    waysIn: over.includes(verdict) ? [] : waysInFor(evidence),
  });
  const unread = unreadWords(evidence);
  const again = unread ? [`Ask again in a moment: ${unread} could not be read.`] : [];
  const [top] = weighed;
  if (top?.blocks) return told('likely', top.rule.title, [askForCallback]);
  if (evidence.attempts.length === 0)
    return unread?.includes(loginLog)
      ? told('unknown', 'The login log could not be read', [...again, askForCallback])
      : told('nothing', `The login log has no sign-in of ${personOf(evidence)}`, [
          'Which address did they type? A sign-in that fails before the address is known is logged without one.',
          askForCallback,
        ]);
  const state = stateHere(evidence);
  if (state === 'open') return told('unknown', 'It is not known why', [...again, askForCallback]);
  if (unread)
    return told('unknown', `The newest sign-in went well, and ${unread} could not be read`, [
      ...again,
      askForCallback,
    ]);
  const who = personOf(evidence);
  const place = placeWords(evidence);
  return state === 'recovered'
    ? told('recovered', `${who} failed${place}, and has signed in since`)
    : told('healthy', `${who} signs in${place} without trouble`);
}

const loginLog = 'the login log';

/** `the connection and the users`; null where all that bears on the answer was read. */
function unreadWords({ unread }: Evidence): string | null {
  const names = unread.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  return names.length > 0 ? formatList(names) : null;
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
  const happened = happenings(evidence);
  return { verdict: 'unknown', title, happened, causes: [], ask, waysIn: waysInFor(evidence) };
}

/** Why the code cannot be what happened as things stand; null where nothing stands against it. */
function contradiction(evidence: Evidence, weighed: Weighed[]): string[] | null {
  const { asked, attempt, attempts } = evidence;
  if (asked.requestId && attempt?.id === asked.requestId && attempt.status === 'success')
    return [
      `The log says that ${asked.requestId} ended well ${when(attempt.at, evidence)}. The code is of another sign-in: ask for the address of the one that failed.`,
    ];
  const isOfPerson = weighed.some(({ rule: { knowsPerson = true } }) => knowsPerson);
  const isFailed = attempts.some(({ status }) => status === 'failed');
  // What keeps people out now explains a sign-in that the log has without the address.
  const isExplained = weighed.some(({ blocks }) => blocks);
  if (asked.email && isOfPerson && attempts[0]?.status === 'success' && !isFailed && !isExplained)
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
