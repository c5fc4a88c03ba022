import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { CreateOrganizationDialog } from '@/components/organizations/dialogs';
import { LookupNotice } from '@/components/organizations/lookup-notice';
import { OrganizationTable } from '@/components/organizations/organization-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listOrganizations, lookupOrganization } from '@/lib/features/organizations/queries';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../as-code';

export const metadata: Metadata = { title: 'Organizations' };

const pageSize = 50;
const searchSchema = listPosition.extend({ lookup: z.string().trim().max(255).optional().catch(undefined) });

/** All customers, newest first, with a look-up by id or external id. */
export default async function OrganizationsPage(props: PageProps<'/[environment]/organizations'>) {
  const { environment } = await props.params;
  const { lookup, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const [list, found] = await Promise.all([
    settle(listOrganizations(environment, { pageToken: position.cursor, pageSize })),
    lookup ? settle(lookupOrganization(environment, { text: lookup })) : null,
  ]);
  if (found?.ok && found.data) redirect(paths.organization(environment, found.data.id));
  const path = paths.organizations(environment);
  const mayCreate = can(principal, 'organization.create', { kind: 'environment' });
  const create = mayCreate && (
    <DialogLink dialog="create" variant="primary">
      Create organization
    </DialogLink>
  );
  return (
    <>
      <PageHeader title="Organizations" action={create} />
      {lookup && found ? (
        <div className="mb-4">
          <LookupNotice
            lookup={lookup}
            found={found}
            retryHref={withSearch(paths.lookup(environment), { lookup })}
          />
        </div>
      ) : null}
      {!list.ok ? (
        <ErrorPanel title="The organizations could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No organizations yet" action={create}>
          Each customer of yours is one organization: its connections, members and keys hang on it.
        </EmptyState>
      ) : (
        <>
          <OrganizationTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, {}, list.data, position, pageSize)} />
        </>
      )}
      <AsCode
        environment={environment}
        calls={[
          { operation: 'organizations.listOrganization', input: { page_size: pageSize } },
          { operation: 'organizations.createOrganization' },
        ]}
      />
      {mayCreate ? <CreateOrganizationDialog environment={environment} /> : null}
    </>
  );
}
