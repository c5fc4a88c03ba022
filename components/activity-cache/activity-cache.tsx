'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { type ActivityCacheView, isMoving } from '@/lib/features/activity-cache/schema';
import { BackfillSection } from './backfill-section';
import { StreamTable } from './stream-table';
import { SyncTable } from './sync-table';
import { WebhookHealthSection } from './webhook-health-section';

type Props = { environment: string; initial: ActivityCacheView };

/** The cache as it fills. A hidden tab does not ask. */
export function ActivityCache(props: Props) {
  return (
    <LiveQueries>
      <Live {...props} />
    </LiveQueries>
  );
}

function Live({ environment, initial }: Props) {
  const query = useLiveQuery<ActivityCacheView>(
    'activityCache.state',
    environment,
    {},
    {
      initialData: initial,
      staleTime: 0,
      pollAfter: (last) => (last && isMoving(last) ? 1_000 : 10_000),
    },
  );
  const { streams, webhooks } = query.data ?? initial;
  return (
    <>
      {query.error ? (
        <ErrorPanel title="The state could not be read again. What follows is older." error={query.error} />
      ) : null}
      <Section
        title="What is kept"
        description="Rows of this environment. The size is that of all environments together, with indexes."
      >
        <StreamTable streams={streams} />
      </Section>
      <WebhookHealthSection health={webhooks} />
      <Section
        title="Reading from Scalekit"
        description="With the share of the API budget that is left to background work."
      >
        <SyncTable streams={streams} />
      </Section>
      <BackfillSection environment={environment} streams={streams} onChanged={() => void query.refetch()} />
    </>
  );
}
