import { DialogLink } from '@/components/ui/dialog-link';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { backlogDays, countLimit, failingDays, type PushView } from '@/lib/features/activity-push/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { formatWords, stateWords, tellsWords } from './words';

/** One push: where it goes, how it fares, and its acts. */
export function PushSection({ push }: { push: PushView }) {
  const { pushId, name, url, state, bothUntil, createdAt, createdBy } = push;
  const paused = state === 'paused' || state === 'gave_up';
  const acts = [
    { label: paused ? 'Resume' : 'Pause', dialog: `switch-push:${pushId}` },
    { label: 'Edit', dialog: `edit-push:${pushId}` },
    { label: 'Rotate secret', dialog: `rotate-secret:${pushId}` },
    { label: 'Delete', dialog: `delete-push:${pushId}`, danger: true, separated: true },
  ];
  return (
    <Section
      title={name}
      description={<code className="font-mono text-xs wrap-anywhere">{url}</code>}
      action={
        <span className="flex items-center gap-2">
          <DialogLink
            variant="secondary"
            size="small"
            dialog={`test-push:${pushId}`}
            aria-label={`Send test to ${name}`}
          >
            Send test
          </DialogLink>
          <RowMenu label={`Actions for ${name}`} entries={acts} />
        </span>
      }
    >
      <Trouble push={push} />
      <Facts
        facts={[
          { term: 'State', value: <Status tone={stateWords[state].tone}>{stateWords[state].label}</Status> },
          {
            term: 'Last delivered',
            value: <RelativeTime time={push.lastDeliveredAt} missing="nothing yet" />,
          },
          { term: 'Delivered', value: formatQuantity(push.delivered, 'row') },
          { term: 'Waiting', value: <Backlog push={push} /> },
          { term: 'Format', value: formatWords[push.format] },
          { term: 'Tells', value: <span className="wrap-anywhere">{tellsWords(push)}</span> },
          {
            term: 'Signature',
            value: bothUntil ? (
              <>
                Old and new secret; the new one alone <RelativeTime time={bothUntil} />
              </>
            ) : (
              'One secret'
            ),
          },
          {
            term: 'Made',
            value: (
              <>
                <RelativeTime time={createdAt} /> by <bdi>{createdBy}</bdi>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Backlog({ push: { backlog, oldestAt } }: { push: PushView }) {
  if (backlog === 0) return 'Nothing';
  return (
    <>
      {backlog >= countLimit ? `${formatCount(countLimit)} rows or more` : formatQuantity(backlog, 'row')},
      the oldest since <RelativeTime time={oldestAt} />
    </>
  );
}

function Trouble({ push }: { push: PushView }) {
  const { state, lastError, nextTryAt, failures, dropped, droppedAt, pausedAt, pausedBy } = push;
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {state === 'failing' ? (
        <Notice tone="warning" title={`The last ${formatQuantity(failures, 'try', 'tries')} failed.`}>
          <bdi>{lastError}</bdi> Next try <RelativeTime time={nextTryAt} />. After {failingDays} days without
          a delivery it pauses.
        </Notice>
      ) : null}
      {state === 'gave_up' ? (
        <Notice tone="danger" title={`It failed for ${failingDays} days, so Keydesk paused it.`}>
          <bdi>{lastError}</bdi> Mend the receiver, send a test, then resume. What happened meanwhile waits,
          for {backlogDays} days at most.
        </Notice>
      ) : null}
      {state === 'paused' ? (
        <Notice tone="info" title={`Paused by ${pausedBy}`}>
          <RelativeTime time={pausedAt} />. What happens meanwhile waits, for {backlogDays} days at most.
        </Notice>
      ) : null}
      {dropped > 0 ? (
        <Notice
          tone="warning"
          title={`${formatQuantity(dropped, 'row')} waited too long and will not arrive.`}
        >
          Rows are dropped after {backlogDays} days; the last time <RelativeTime time={droppedAt} />. An
          export of the activity still has them.
        </Notice>
      ) : null}
    </div>
  );
}
