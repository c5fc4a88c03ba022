import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { DoctorAnswer } from '@/lib/features/doctor/schema';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';
import { CauseItem } from './cause-item';
import { CompareClaims } from './compare-claims';
import { fixLink } from './fixes';
import { LastWorkedStrip } from './last-worked-strip';
import { customerReply, staffNote } from './notes';
import { RecentChanges } from './recent-changes';
import { WatchButton } from './watch-button';
import { verdictWords } from './words';

type Props = { environment: string; answer: DoctorAnswer; mayWatch: boolean };

/** What the doctor found: what happened, why, who must act, and what to copy. */
export function Answer({ environment, answer, mayWatch }: Props) {
  const { diagnosis, subject, strip, gaps, configuration } = answer;
  const { verdict, title, happened, causes, ask, waysIn } = diagnosis;
  const isOver = verdict === 'healthy' || verdict === 'recovered';
  const comparesClaims =
    subject.organization &&
    subject.connection?.detail &&
    causes.some(({ id }) => id === 'attribute_missing' || id === 'id_token_invalid');
  return (
    <div>
      <Notice tone={verdictWords[verdict].tone} title={`${verdictWords[verdict].label}: ${title}`}>
        {happened.map((sentence) => (
          <p key={sentence} className="wrap-anywhere">
            {sentence}
          </p>
        ))}
      </Notice>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <CopyWords text={staffNote(answer, environment)} what="note for staff" />
        <CopyWords text={customerReply(answer)} what="reply for the customer" />
        {mayWatch && !isOver && (subject.email || subject.connection) ? (
          <WatchButton environment={environment} subject={subject} />
        ) : null}
      </div>
      {ask.length > 0 ? (
        <Section title="What to ask">
          <Sentences lines={ask} />
        </Section>
      ) : null}
      {causes.length > 0 ? (
        <Section
          title={causes.length === 1 ? 'The cause' : 'Causes, the likeliest first'}
          description={
            verdict === 'unknown'
              ? 'None of these holds as things stand: they are here to be ruled out.'
              : undefined
          }
        >
          <ol aria-label="Causes">
            {causes.map((cause, index) => (
              <CauseItem
                key={cause.id}
                cause={cause}
                rank={index + 1}
                fix={cause.fix && fixLink(cause.fix, environment, subject)}
              />
            ))}
          </ol>
        </Section>
      ) : null}
      {waysIn.length > 0 ? (
        <Section
          title="Ways in that are left"
          description="The person is the only active administrator: nobody of the customer can mend it for them."
        >
          <Sentences lines={waysIn} />
        </Section>
      ) : null}
      {comparesClaims && subject.organization && subject.connection ? (
        <CompareClaims
          environment={environment}
          organizationId={subject.organization.id}
          connection={subject.connection}
        />
      ) : null}
      {configuration ? <RecentChanges configuration={configuration} /> : null}
      {strip ? (
        <Section title="When it last worked">
          <LastWorkedStrip strip={strip} />
        </Section>
      ) : null}
      <Section title="What was looked at">
        <Looked environment={environment} answer={answer} />
        {answer.logFrom && !strip ? (
          <p className="measure mt-3 text-table text-quiet">{answer.logFrom}</p>
        ) : null}
        {gaps.length > 0 ? (
          <div className="mt-3 text-table text-quiet">
            <Sentences lines={gaps} />
          </div>
        ) : null}
      </Section>
    </div>
  );
}

function CopyWords({ text, what }: { text: string; what: string }) {
  return (
    <span className="inline-flex items-center gap-1 rounded border border-line py-0.5 pr-0.5 pl-2.5 text-table">
      Copy as a {what}
      <CopyButton text={text} what={what} />
    </span>
  );
}

function Sentences({ lines }: { lines: string[] }) {
  return (
    <ul className="measure flex list-disc flex-col gap-1 pl-4 wrap-anywhere">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const outcomes = {
  success: { tone: 'success', label: 'Went well' },
  failed: { tone: 'danger', label: 'Failed' },
  underway: { tone: 'neutral', label: 'Not ended' },
} as const;

function Looked({ environment, answer }: { environment: string; answer: DoctorAnswer }) {
  const { subject, attempts, clockOffsetMs } = answer;
  const { organization, connection, userId, email } = subject;
  const link = 'link wrap-anywhere';
  return (
    <Facts
      facts={[
        {
          term: 'Person',
          value: userId ? (
            <Link prefetch={false} href={paths.user(environment, userId)} className={link}>
              {email ?? userId}
            </Link>
          ) : (
            `${email ?? 'nobody named'}${email ? ', no user that can be found' : ''}`
          ),
        },
        {
          term: 'Customer',
          value: organization ? (
            <Link prefetch={false} href={paths.organization(environment, organization.id)} className={link}>
              {isolate(organization.name)}
            </Link>
          ) : (
            'not known'
          ),
        },
        {
          term: 'Connection',
          value:
            organization && connection ? (
              <Link
                prefetch={false}
                href={paths.connection(environment, organization.id, connection.id)}
                className={link}
              >
                {connection.name}
              </Link>
            ) : (
              'not known'
            ),
        },
        {
          term: 'Clocks',
          value:
            clockOffsetMs === null
              ? 'not compared'
              : `Scalekit’s and ours differ by about ${Math.round(Math.abs(clockOffsetMs) / 1000)} s`,
        },
        {
          term: 'Login log',
          value:
            attempts.length === 0 ? (
              'no line'
            ) : (
              <ul className="flex flex-col gap-1">
                {attempts.map(({ id, at, status, connection: by, organizationId }) => (
                  <li key={id} className="flex flex-wrap gap-x-3">
                    <Status tone={outcomes[status].tone}>{outcomes[status].label}</Status>
                    <RelativeTime time={at} />
                    <span className="text-quiet">
                      {by}
                      {organization && organizationId && organizationId !== organization.id
                        ? ', at another customer'
                        : ''}
                    </span>
                    <code className="font-mono text-xs wrap-anywhere">{id}</code>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
