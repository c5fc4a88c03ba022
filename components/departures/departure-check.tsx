'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { Departure } from '@/lib/features/departures/schema';
import { formatExactTime, formatQuantity } from '@/lib/format';
import { DirectoryEntries } from './directory-entries';
import { ItemTable } from './item-table';
import { writeReceipt } from './receipt';
import { describeTokens, notKnown } from './token-life';
import { useCut } from './use-cut';
import { useDirectorySearch } from './use-directory-search';

type Props = {
  environment: string;
  departure: Departure;
  /** When Scalekit was asked. */
  at: string;
  /** The person at the desk. */
  by: string;
  mayCut: boolean;
};

/** Is somebody really gone: what is open, one button that cuts it, and a receipt to print or to copy. */
export function DepartureCheck({ environment, departure, at, by, mayCut }: Props) {
  const { items, state, problem, cutAt, run } = useCut(environment, departure);
  const router = useRouter();
  const search = useDirectorySearch(environment, departure.email, departure.directories);
  const isClosed = ({ outcome }: (typeof items)[number]) => ['done', 'gone'].includes(outcome.state);
  const left = items.filter((item) => !isClosed(item));
  const openSessions = left.filter(({ kind }) => kind === 'session').length;
  const tokens = describeTokens(departure.tokens, openSessions, cutAt, Date.parse(cutAt ?? at));
  const receipt = writeReceipt({ environment, departure, items, search, tokens, by, at: cutAt ?? at });
  const isActiveSomewhere = search.entries.some(({ isActive }) => isActive !== false);
  const canRun = left.some(({ outcome }) => outcome.state === 'open' || outcome.state === 'failed');
  return (
    <div className="flex flex-col gap-5">
      <Verdict departure={departure} left={left.length} state={state} isPushed={isActiveSomewhere} />
      {mayCut && items.length > 0 ? (
        <div className="flex flex-col gap-2 print:hidden">
          <div className="flex flex-wrap items-center gap-3">
            {canRun ? (
              <Button variant="danger" unavailable={state === 'running'} onClick={() => void run()}>
                {state === 'ready'
                  ? `Cut all ${left.length}`
                  : state === 'done'
                    ? 'Try the rest again'
                    : 'Go on'}
              </Button>
            ) : null}
            {state === 'done' || state === 'halted' ? (
              <Button onClick={() => router.refresh()}>Check again</Button>
            ) : null}
            <p role="status" className="text-table">
              {items.length - left.length} of {formatQuantity(items.length, 'thing')} cut.
            </p>
          </div>
          <ProgressBar label="Cut" value={items.length - left.length} max={items.length} />
          <p className="measure text-table text-quiet">
            Keys and accounts first, then sessions, memberships last. The user record stays. Each step is in
            the staff log.
          </p>
        </div>
      ) : null}
      {problem ? (
        <Notice live tone="danger" title="It could not go on." requestId={problem.requestId}>
          {problem.message} What was cut stays cut.
        </Notice>
      ) : null}
      <Section title="What lets them in">
        <ItemTable environment={environment} departure={departure} items={items} />
      </Section>
      <Section
        title="Directories"
        description="An entry cannot be cut here: the customer’s IT administrator takes it out at the identity provider. Until then the next push may bring the person back."
      >
        <DirectoryEntries environment={environment} departure={departure} search={search} />
      </Section>
      <Section
        title="Receipt"
        description="For the ticket: what was looked at, what was cut, what is not known. It holds no secret."
        action={
          <span className="flex flex-wrap gap-2 print:hidden">
            <CopyButton labelled text={receipt} what="receipt as Markdown" />
            <Button onClick={() => window.print()}>Print</Button>
          </span>
        }
      >
        <Facts
          facts={[
            { term: 'Person', value: <span className="wrap-anywhere">{departure.email}</span> },
            { term: 'User', value: departure.userId ?? 'no user record' },
            {
              term: 'Looked at',
              value:
                departure.organizations.map(({ id, name }) => name ?? id).join(', ') || 'no organization',
            },
            {
              term: 'Last sign-in',
              value: <RelativeTime time={departure.lastSignInAt} missing="none known" />,
            },
            { term: 'Access tokens', value: tokens },
            { term: 'By', value: `${by}, ${formatExactTime(cutAt ?? at)}` },
            {
              term: 'Not known',
              value: (
                <ul className="measure list-disc pl-4">
                  {notKnown.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}

type VerdictProps = { departure: Departure; left: number; state: string; isPushed: boolean };

/** The answer in a sentence, and what keeps it from being certain. */
function Verdict({ departure, left, state, isPushed }: VerdictProps) {
  const { isLimited, isWhole, unread, email } = departure;
  const isSure = unread.length === 0 && isWhole;
  const title =
    left > 0
      ? `Not gone: ${formatQuantity(left, 'way')} in ${left === 1 ? 'is' : 'are'} open.`
      : isPushed
        ? 'Cut here, but a directory still knows them.'
        : isSure
          ? 'Gone, as far as Scalekit tells.'
          : 'Nothing was found, but not everything could be looked at.';
  const isFine = left === 0 && !isPushed && isSure;
  return (
    <Notice tone={isFine ? 'success' : 'warning'} title={title} live={state === 'done'}>
      {departure.userId ? null : <p>There is no user record with {email}: deleted, or never there.</p>}
      {isLimited ? (
        <p>You work on some customers: what others hold of this person is neither looked at nor cut.</p>
      ) : null}
      {isWhole ? null : <p>They belong to more organizations than are looked at here.</p>}
      {unread.map((text) => (
        <p key={text} className="wrap-anywhere">
          Could not be read. {text}
        </p>
      ))}
    </Notice>
  );
}
