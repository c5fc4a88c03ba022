import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { ActivityFilterBar } from '@/components/activity/activity-filter-bar';
import { ActivityTable } from '@/components/activity/activity-table';
import { FreshnessLine } from '@/components/activity/freshness-line';
import { LiveTail } from '@/components/activity/live-tail';
import { QueryBox } from '@/components/activity/query-box';
import { ExportActivityDialog } from '@/components/activity/view-dialogs';
import { VolumeChart } from '@/components/activity/volume-chart';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { type ActivityFilter, isEmptyFilter } from '@/lib/activity/filter';
import { formatQuery } from '@/lib/activity/query';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getActivityFreshness, getActivityVolume, listActivity } from '@/lib/features/activity/queries';
import { type ActivityPage, activityPageSize } from '@/lib/features/activity/schema';
import { formatExactTime } from '@/lib/format';
import { type ListPosition, pageLinks } from '@/lib/page-links';
import { withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { choicesFor } from './choices';
import { readSearch } from './read-search';

type Props = {
  environment: string;
  /** The page that shows this, without its search. */
  path: string;
  search: Record<string, string | string[] | undefined>;
  /** Set on the pages of one organization: then the timeline is that organization's. */
  organizationId?: string;
};

/** Begins what `Timeline` reads, where a page awaits something else first: asked again it is the same read. */
export function beginTimeline({ environment, search, organizationId }: Omit<Props, 'path'>): void {
  const { filter, problems, position, isQuery } = readSearch(search, organizationId);
  if (isQuery && problems.length === 0) return;
  void readTimeline(environment, filter, position);
}

function readTimeline(environment: string, filter: ActivityFilter, position: ListPosition) {
  return Promise.all([
    settle(listActivity(environment, { ...filter, pageToken: position.cursor })),
    settle(getActivityFreshness(environment, {})),
  ]);
}

/** The timeline with its filters, for the environment or for one organization. */
export async function Timeline({ environment, path, search, organizationId }: Props) {
  const { filter, problems, position, isQuery, view } = readSearch(search, organizationId);
  // The query box and the pickers are two views of the same parameters: what was typed becomes them.
  if (isQuery && problems.length === 0) redirect(withSearch(path, inAddress(filter, organizationId, 'all')));
  const principal = await requirePagePrincipal(environment);
  const withStaff = can(principal, 'staff_log.read');
  const mayExport = can(principal, 'activity.export');
  const { types, values } = choicesFor(withStaff);
  const [list, freshness] = await readTimeline(environment, filter, position);
  const parameters = inAddress(filter, organizationId, view);
  const clearHref = withSearch(path, { view: 'all' });
  return (
    <>
      <QueryBox
        key={formatQuery(filter)}
        action={path}
        query={queryOf(filter, organizationId)}
        values={values}
      />
      {problems.length > 0 ? (
        <div className="mb-3">
          <Notice tone="warning" title="Not all of the query was understood.">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Notice>
        </div>
      ) : null}
      <ActivityFilterBar
        path={path}
        clearHref={clearHref}
        filter={filter}
        types={types}
        organizationId={organizationId}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <FreshnessLine freshness={freshness.ok ? freshness.data : null} withStaff={withStaff} />
        {mayExport ? (
          <DialogLink dialog="export" variant="secondary" size="small" className="mb-3">
            Export
          </DialogLink>
        ) : null}
      </div>
      {mayExport ? <ExportActivityDialog environment={environment} filter={filter} /> : null}
      {position.cursor === '' ? (
        <Suspense fallback={<div className="mb-5 h-24" />}>
          <Volume environment={environment} filter={filter} />
        </Suspense>
      ) : null}
      {position.cursor === '' ? <LiveTail environment={environment} filter={filter} /> : null}
      {list.ok ? (
        <Rows
          environment={environment}
          page={list.data}
          showOrganization={!organizationId}
          links={pageLinks(path, parameters, list.data, position, activityPageSize)}
          position={position}
          isFiltered={!isEmptyFilter(filter)}
        />
      ) : (
        <ErrorPanel
          title="The activity could not be read."
          error={list.error}
          retryHref={withSearch(path, parameters)}
        />
      )}
    </>
  );
}

/** The parameters of a filter; on an organization's page the path says which. */
function inAddress(filter: ActivityFilter, organizationId: string | undefined, view: string) {
  return { ...filter, ...(organizationId ? { organization: '' } : { view }) };
}

function queryOf(filter: ActivityFilter, organizationId: string | undefined): string {
  return formatQuery(organizationId ? { ...filter, organization: '' } : filter);
}

async function Volume({ environment, filter }: { environment: string; filter: ActivityFilter }) {
  const volume = await settle(getActivityVolume(environment, filter));
  // The rows say what is wrong; a chart that cannot be drawn is only missing.
  return volume.ok ? <VolumeChart volume={volume.data} /> : null;
}

type RowsProps = {
  environment: string;
  page: ActivityPage;
  showOrganization: boolean;
  links: ReturnType<typeof pageLinks>;
  position: ListPosition;
  isFiltered: boolean;
};

function Rows({ environment, page, showOrganization, links, isFiltered }: RowsProps) {
  const { rows, searchedTo } = page;
  return (
    <>
      {rows.length > 0 ? (
        <ActivityTable environment={environment} rows={rows} showOrganization={showOrganization} />
      ) : (
        <EmptyState title={searchedTo ? 'Nothing so far' : isFiltered ? 'Nothing matches' : 'Nothing yet'}>
          {isFiltered
            ? 'No row that you may see matches these filters.'
            : 'Rows appear when Scalekit reports events, when people sign in, and with the first write of our own staff.'}
        </EmptyState>
      )}
      {searchedTo ? (
        <p className="mt-3 flex flex-wrap items-center gap-3 text-table text-quiet">
          No index leads to this filter, so it looked back to {formatExactTime(searchedTo)}.
          {links.nextHref ? (
            <LinkButton href={links.nextHref} size="small">
              Look further back
            </LinkButton>
          ) : null}
        </p>
      ) : null}
      {rows.length > 0 || links.previousHref ? (
        <Pagination {...links} nextHref={searchedTo ? null : links.nextHref} />
      ) : null}
    </>
  );
}
