import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import {
  DefaultViewDialog,
  DeleteViewDialog,
  SaveViewDialog,
  ShareViewDialog,
} from '@/components/activity/view-dialogs';
import { ViewsMenu } from '@/components/activity/views-menu';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { isEmptyFilter } from '@/lib/activity/filter';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listActivityViews } from '@/lib/features/activity/views';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { readSearch } from './read-search';
import { beginTimeline, Timeline } from './timeline';

export const metadata: Metadata = { title: 'Activity' };

/** Everything that happened in this environment, as far as it can be known. */
export default async function ActivityPage(props: PageProps<'/[environment]/activity'>) {
  const { environment } = await props.params;
  const search = await props.searchParams;
  const principal = await requirePagePrincipal(environment);
  beginTimeline({ environment, search });
  const found = await settle(listActivityViews(environment, {}));
  const views = found.ok ? found.data : [];
  const path = paths.activity(environment);
  const chosen = views.find(({ isDefault }) => isDefault);
  const isBare = Object.keys(search).every((key) => key === 'dialog');
  if (chosen && isBare) redirect(withSearch(path, { ...chosen.filter, view: chosen.viewId }));
  const { filter, view } = readSearch(search);
  const current = views.find(({ viewId }) => viewId === view) ?? null;
  const mayShare = can(principal, 'activity_view.share');
  return (
    <>
      <PageHeader
        title="Activity"
        action={
          <div className="flex flex-wrap gap-2">
            <ViewsMenu
              environment={environment}
              views={views}
              current={current}
              maySave={!isEmptyFilter(filter)}
              mayShare={mayShare}
              mayDeleteAny={can(principal, 'activity_view.delete_any')}
            />
            {can(principal, 'staff_log.read') ? (
              <LinkButton href={paths.staffLog(environment)}>Staff log</LinkButton>
            ) : null}
          </div>
        }
      >
        Scalekit’s events, the login log, changes found by looking, and what our own staff did.
      </PageHeader>
      <Timeline environment={environment} path={path} search={search} />
      <SaveViewDialog environment={environment} filter={filter} />
      <DefaultViewDialog environment={environment} views={views} />
      <ShareViewDialog environment={environment} views={views} />
      <DeleteViewDialog environment={environment} views={views} />
    </>
  );
}
