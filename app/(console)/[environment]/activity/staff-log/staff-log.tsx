import { z } from 'zod';
import { StaffLogFilter } from '@/components/staff-log/staff-log-filter';
import { StaffLogTable } from '@/components/staff-log/staff-log-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listStaffLog, listStaffLogFacets } from '@/lib/features/staff-log/queries';
import { staffLogOutcomes, staffLogPageSize } from '@/lib/features/staff-log/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { settle } from '@/lib/server/settle';

const word = z.string().trim().max(320).default('').catch('');
const searchSchema = listPosition.extend({
  person: word,
  action: word,
  organization: word,
  outcome: z.enum(staffLogOutcomes).or(z.literal('')).default('').catch(''),
});

type Props = {
  environment: string;
  /** The page that shows this, without its search. */
  path: string;
  search: Record<string, string | string[] | undefined>;
  /** Set on the pages of one organization: then the log is that organization's. */
  organizationId?: string;
};

/** The staff log with its filters, for the environment or for one organization. */
export async function StaffLog({ environment, path, search, organizationId }: Props) {
  const { cursor, from, ...filters } = searchSchema.parse(search);
  await requirePagePrincipal(environment);
  const input = {
    actorEmail: filters.person,
    action: filters.action,
    outcome: filters.outcome,
    organizationId: organizationId ?? filters.organization,
    pageToken: cursor,
  };
  const [list, facets] = await Promise.all([
    settle(listStaffLog(environment, input)),
    settle(listStaffLogFacets(environment, {})),
  ]);
  const known = facets.ok ? facets.data : { actorEmails: [], actions: [] };
  return (
    <>
      <StaffLogFilter path={path} filters={filters} facets={known} byOrganization={!organizationId} />
      {!list.ok ? (
        <ErrorPanel title="The staff log could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No entries">
          Nothing matches these filters. Entries appear with the first write that somebody starts.
        </EmptyState>
      ) : (
        <>
          <StaffLogTable environment={environment} rows={list.data.rows} showOrganization={!organizationId} />
          <Pagination {...pageLinks(path, filters, list.data, { cursor, from }, staffLogPageSize)} />
        </>
      )}
    </>
  );
}
