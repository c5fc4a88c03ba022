import type { Metadata } from 'next';
import { ActivityPush } from '@/components/activity-push/activity-push';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { listActivityPushes } from '@/lib/features/activity-push/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Activity push' };

/** Where what happens is sent on to, and whether it arrives. */
export default async function ActivityPushPage(props: PageProps<'/[environment]/admin/activity-push'>) {
  const { environment } = await props.params;
  const state = await settle(listActivityPushes(environment, {}));
  return (
    <>
      <PageHeader title="Activity push">
        What happens in {environment} is sent to receivers of yours as it is stored: each row at least once,
        in order, in signed batches. Rows that come twice have the same id.
      </PageHeader>
      {state.ok ? (
        <ActivityPush environment={environment} initial={state.data} />
      ) : (
        <ErrorPanel
          title="The pushes could not be read."
          error={state.error}
          retryHref={paths.adminActivityPush(environment)}
        />
      )}
    </>
  );
}
