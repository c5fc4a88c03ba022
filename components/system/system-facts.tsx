import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { QueueState, SystemState } from '@/lib/features/system/schema';
import { formatCount, formatQuantity } from '@/lib/format';

/** Health, version and the queue. */
export function SystemFacts({ state }: { state: SystemState }) {
  const { migrations } = state;
  return (
    <>
      <Section
        title="Health"
        description="What /api/health/ready tells a load balancer, at most half a minute old."
      >
        <Facts
          facts={state.health.map(({ name, works }) => ({
            term: name,
            value: <Status tone={works ? 'success' : 'danger'}>{works ? 'Works' : 'Fails'}</Status>,
          }))}
        />
      </Section>
      <Section title="Version">
        <Facts
          facts={[
            { term: 'Keydesk', value: state.version },
            { term: 'Node.js', value: state.node },
            { term: 'Postgres', value: state.postgres ?? 'could not be read' },
            {
              term: 'Migrations',
              value: migrations ? (
                <>
                  {formatCount(migrations.applied)} applied, the last one{' '}
                  <code className="font-mono text-xs wrap-anywhere">{migrations.last ?? 'none'}</code>
                  {migrations.unfinished.length > 0 ? (
                    <span className="block">
                      <Status tone="danger">{`Not finished: ${migrations.unfinished.join(', ')}`}</Status>
                    </span>
                  ) : null}
                </>
              ) : (
                'no record of them'
              ),
            },
            { term: 'This process', value: <>started {<RelativeTime time={state.startedAt} />}</> },
          ]}
        />
      </Section>
      <Section title="Background work">
        <Facts
          facts={[
            {
              term: 'Worker',
              value:
                state.worker === 'inside' ? 'inside the console' : 'a process of its own (npm run worker)',
            },
            { term: 'Queue', value: <Queue queue={state.queue} /> },
          ]}
        />
      </Section>
    </>
  );
}

function Queue({ queue }: { queue: QueueState | null }) {
  if (!queue) return 'not there yet: the first worker makes it';
  if (queue.overdue > 0) {
    return (
      <>
        <Status tone="danger">{`${formatQuantity(queue.overdue, 'job')} overdue`}</Status>
        <span className="block text-quiet">Nobody has taken them for a minute. Does a worker run?</span>
      </>
    );
  }
  const { waiting, working, failed } = queue;
  return `${formatCount(waiting)} waiting, ${formatCount(working)} at work, ${formatCount(failed)} failed`;
}
