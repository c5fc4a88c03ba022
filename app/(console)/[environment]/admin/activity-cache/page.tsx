import type { Metadata } from 'next';
import { ActivityCache } from '@/components/activity-cache/activity-cache';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { getActivityCache } from '@/lib/features/activity-cache/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Activity cache' };

/** What Keydesk keeps of what happened at Scalekit: how it arrives, how much there is, how long it stays. */
export default async function ActivityCachePage(props: PageProps<'/[environment]/admin/activity-cache'>) {
  const { environment } = await props.params;
  const state = await settle(getActivityCache(environment, {}));
  return (
    <>
      <PageHeader title="Activity cache">
        Events and sign-ins of {environment}, kept in Keydesk’s own database. Webhooks bring them at once; a
        look at Scalekit’s lists each minute finds what no webhook brought.
      </PageHeader>
      {state.ok ? (
        <ActivityCache environment={environment} initial={state.data} />
      ) : (
        <ErrorPanel
          title="The state of the cache could not be read."
          error={state.error}
          retryHref={paths.adminActivityCache(environment)}
        />
      )}
    </>
  );
}
