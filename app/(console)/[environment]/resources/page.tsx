import type { Metadata } from 'next';
import { z } from 'zod';
import { RefusedList } from '@/components/agents/refused-list';
import { AccessTabs } from '@/components/environment-roles/access-tabs';
import { CreateResourceDialog } from '@/components/resources/dialogs';
import { ResourceTable } from '@/components/resources/resource-table';
import { TypeFilter } from '@/components/resources/type-filter';
import { typeWords } from '@/components/resources/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listResources } from '@/lib/features/resources/queries';
import { resourcePageSize, resourceTypes } from '@/lib/features/resources/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Resources' };

const searchSchema = listPosition.extend({
  type: z.enum(resourceTypes).default('MCP_SERVER').catch('MCP_SERVER'),
});

/** What tokens are for: MCP servers and applications of yours. */
export default async function ResourcesPage(props: PageProps<'/[environment]/resources'>) {
  const { environment } = await props.params;
  const { type, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.resources(environment);
  const list = await settle(listResources(environment, { type, pageToken: position.cursor }));
  const mayCreate = can(principal, 'resource.create', { kind: 'environment' });
  return (
    <>
      <PageHeader
        title="Resources"
        action={
          mayCreate ? (
            <DialogLink dialog="create" variant="primary" data-shortcut="create">
              Create resource
            </DialogLink>
          ) : null
        }
      >
        What agents and applications ask for tokens of: your own MCP servers above all.
      </PageHeader>
      <AccessTabs environment={environment} />
      <TypeFilter path={path} type={type} />
      {!list.ok ? (
        <RefusedList what="The resources" environment={environment} error={list.error} retryHref={path}>
          What works without it: a resource whose id you know opens at this address, with its id behind it
          {mayCreate ? '; new ones can be created' : ''}.
        </RefusedList>
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={`No resource of type ${typeWords(type)}`}>
          Scalekit lists one type at a time: another may have some.
        </EmptyState>
      ) : (
        <>
          <ResourceTable environment={environment} rows={list.data.rows} />
          <Pagination {...pageLinks(path, { type }, list.data, position, resourcePageSize)} />
        </>
      )}
      {mayCreate ? <CreateResourceDialog environment={environment} type={type} /> : null}
    </>
  );
}
