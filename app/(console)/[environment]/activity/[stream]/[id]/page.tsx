import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryDetails } from '@/components/activity/entry-details';
import { EntryFacts } from '@/components/activity/entry-facts';
import { activityOutcomeWords } from '@/components/activity/words';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import { labelOfType } from '@/lib/activity/sentence';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getActivity } from '@/lib/features/activity/queries';
import { activityEntryInput } from '@/lib/features/activity/schema';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Activity entry' };

/** One row in full: its facts, what differs from the row before it, and its data. */
export default async function ActivityEntryPage(props: PageProps<'/[environment]/activity/[stream]/[id]'>) {
  const { environment, stream, id } = await props.params;
  await requirePagePrincipal(environment);
  const wanted = activityEntryInput.safeParse({ stream, id: decoded(id) });
  if (!wanted.success) notFound();
  const found = await settle(getActivity(environment, wanted.data));
  const crumbs = [{ label: 'Activity', href: paths.activity(environment) }];
  if (!found.ok) {
    const retryHref = paths.activityEntry(environment, stream, wanted.data.id);
    return (
      <>
        <PageHeader crumbs={crumbs} title="Activity entry" />
        <ErrorPanel title="This entry could not be read." error={found.error} retryHref={retryHref} />
      </>
    );
  }
  const { line } = found.data;
  const outcome = line.outcome === null ? undefined : activityOutcomeWords[line.outcome];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={line.stream === 'staff' ? line.type : labelOfType(line.type)}
        status={outcome ? <Status tone={outcome.tone}>{outcome.label}</Status> : null}
        id={{ value: line.entryId, what: 'entry id' }}
      />
      <WithRail rail={<EntryFacts environment={environment} entry={found.data} />}>
        <EntryDetails environment={environment} entry={found.data} />
      </WithRail>
    </>
  );
}

/** Ids of changes may hold a colon, which stands encoded in the path. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
