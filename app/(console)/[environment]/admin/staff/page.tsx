import type { Metadata } from 'next';
import { z } from 'zod';
import { AddStaffDialog } from '@/components/staff/dialogs';
import { StaffTable } from '@/components/staff/staff-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchBar } from '@/components/ui/search-bar';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listStaff } from '@/lib/features/staff/queries';
import { staffPageSize } from '@/lib/features/staff/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Staff' };

const searchSchema = listPosition.extend({ q: z.string().trim().max(100).default('').catch('') });

/** Who may use the console. */
export default async function StaffPage(props: PageProps<'/[environment]/admin/staff'>) {
  const { environment } = await props.params;
  const { q, ...position } = searchSchema.parse(await props.searchParams);
  const path = paths.adminStaff(environment);
  const [principal, list] = await Promise.all([
    requirePagePrincipal(environment),
    settle(listStaff(environment, { text: q, pageToken: position.cursor })),
  ]);
  const mayAdd = can(principal, 'staff.add', { kind: 'environment' });
  return (
    <>
      <PageHeader
        title="Staff"
        action={
          mayAdd ? (
            <DialogLink dialog="add" variant="primary">
              Add somebody
            </DialogLink>
          ) : null
        }
      >
        Everybody who has signed in or was made ready to. A role that is set here wins over the issuer’s claim
        and the bootstrap list.
      </PageHeader>
      <SearchBar path={path} label="Name or e-mail" typed={q} />
      {list.ok && list.data.rows.length === 0 ? (
        <EmptyState title="Nobody matches">No name and no address of the staff holds this.</EmptyState>
      ) : list.ok ? (
        <>
          <StaffTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, { q }, list.data, position, staffPageSize)} />
        </>
      ) : (
        <ErrorPanel title="The staff could not be read." error={list.error} retryHref={path} />
      )}
      {mayAdd ? <AddStaffDialog environment={environment} /> : null}
    </>
  );
}
