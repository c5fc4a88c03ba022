import { deedWords, pathWords, valueWords, actorWords as whoWords } from '@/components/snapshots/words';
import type { ConfigurationChange } from '@/lib/features/doctor/evidence';
import { changesShown, type DoctorAnswer } from '@/lib/features/doctor/schema';
import { formatExactTime } from '@/lib/format';
import { actorForCustomer, actorWords, strengthWords, verdictWords } from './words';

// Neither holds anything that was pasted but the address, the request id, the code and Scalekit's sentence, which the
// server has cut secrets out of.

const items = (lines: string[]) => lines.map((line) => `- ${line}`).join('\n');

/** The diagnosis for a colleague, as Markdown: what is known, why, and what speaks against it. */
export function staffNote(
  { diagnosis, subject, asked, now, gaps, configuration }: DoctorAnswer,
  environment: string,
): string {
  const facts = [
    subject.email && `Address: ${subject.email}`,
    subject.organization && `Customer: ${subject.organization.name} (${subject.organization.id})`,
    subject.connection && `Connection: ${subject.connection.name} (${subject.connection.id})`,
    subject.requestId && `Auth request: ${subject.requestId}`,
    asked.code && `Code: ${asked.code}`,
    `Environment: ${environment}, looked at ${formatExactTime(now)}`,
  ].filter((one): one is string => Boolean(one));
  const causes = diagnosis.causes.map(
    ({ title, actor, strength, speaksFor, speaksAgainst, steps, proof }, index) =>
      [
        `### ${index + 1}. ${title} (${strengthWords[strength].label.toLowerCase()})`,
        `Who must act: ${actorWords(actor)}`,
        items([
          ...speaksFor.map((line) => `For: ${line}`),
          ...speaksAgainst.map((line) => `Against: ${line}`),
          ...steps.map((line) => `Step: ${line}`),
          `Proof: ${proof}`,
        ]),
      ].join('\n\n'),
  );
  const changes = configuration?.changes.slice(0, changesShown).map(changeSentence) ?? [];
  const parts = [
    `## ${verdictWords[diagnosis.verdict].label}: ${diagnosis.title}`,
    items([...facts, ...diagnosis.happened]),
    ...causes,
    diagnosis.ask.length > 0 ? `### To ask\n\n${items(diagnosis.ask)}` : '',
    diagnosis.waysIn.length > 0 ? `### Ways in that are left\n\n${items(diagnosis.waysIn)}` : '',
    changes.length > 0 ? `### Changed in the last 90 days\n\n${items(changes)}` : '',
    gaps.length > 0 ? `### Not known\n\n${items(gaps)}` : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** `Outside Keydesk changed the SSO connection OKTA SAML, between … and …: Enabled: yes → no` */
function changeSentence(change: ConfigurationChange): string {
  const { actor, name, since, at, fields } = change;
  const span = since ? `between ${formatExactTime(since)} and ${formatExactTime(at)}` : formatExactTime(at);
  const differences = fields.map(
    ({ path, before, after }) => `${pathWords(path)}: ${valueWords(before)} → ${valueWords(after)}`,
  );
  return [`${whoWords(actor)} ${deedWords(change)} ${name}, ${span}`, ...differences.slice(0, 6)].join('; ');
}

/** A reply for the customer: without our ids, without what we only suspect, without our staff’s names. */
export function customerReply({ diagnosis, subject, asked }: DoctorAnswer): string {
  const { verdict, causes, ask } = diagnosis;
  const [cause] = causes;
  const who = subject.email ? ` of ${subject.email}` : '';
  if (verdict === 'healthy' || verdict === 'recovered')
    return `Hello,\n\nwe have looked at the sign-in${who}. The latest one went well on our side. If it fails again, send us the address that the browser shows then, and the time.\n`;
  if (!cause || verdict === 'unknown' || verdict === 'nothing')
    return `Hello,\n\nwe have looked at the sign-in${who} and need one thing from you to tell what happened: the full address in the browser’s bar at the moment of the error (it contains “error=…”), or a picture of the whole page, and the time.\n`;
  const code = asked.code ? ` (${asked.code})` : '';
  const sure = verdict === 'found' ? '' : ' most likely';
  const todo = cause.reply
    ? `What helps, for ${actorForCustomer(cause.actor)}:\n\n${items([cause.reply])}`
    : `This is for ${actorForCustomer(cause.actor)} to mend; you need not do anything yet. We come back to you.`;
  const question =
    verdict === 'likely' && ask.length > 0
      ? '\n\nTo be sure, send us the full address that the browser shows at the error.'
      : '';
  return `Hello,\n\nwe have looked at the sign-in${who}. This is what happens${sure}: ${cause.title}${code}.\n\n${todo}${question}\n`;
}
