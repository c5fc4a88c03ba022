import type { Metadata } from 'next';
import { MoveList } from '@/components/domain-moves/move-list';
import {
  AddDomainDialog,
  CheckDnsDialog,
  DeleteDomainDialog,
  VerifyDomainDialog,
} from '@/components/domains/dialogs';
import { DomainTable } from '@/components/domains/domain-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listDomainMoves } from '@/lib/features/domains/moves';
import { listDomains } from '@/lib/features/domains/queries';
import { domainPageSize } from '@/lib/features/domains/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Domains' };

/** The domains that lead sign-in and provisioning to this organization. */
export default async function DomainsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/domains'>,
) {
  const { environment, organizationId } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.domains(environment, organizationId);
  const [list, moves] = await Promise.all([
    settle(listDomains(environment, { organizationId, page: position.cursor || undefined })),
    settle(listDomainMoves(environment, { organizationId })),
  ]);
  const rights = { verify: can(principal, 'domain.verify'), remove: can(principal, 'domain.delete') };
  const rows = list.ok ? list.data.rows : [];
  const about = { environment, organizationId };
  const add = can(principal, 'domain.add') && (
    <DialogLink dialog="add" variant="primary" data-shortcut="create">
      Add domain
    </DialogLink>
  );
  return (
    <Section title="Domains" action={add}>
      {!list.ok ? (
        <ErrorPanel title="The domains could not be read." error={list.error} retryHref={path} />
      ) : rows.length === 0 ? (
        <EmptyState title="No domains">
          By its domain an e-mail address is led to this customer’s connection, and SCIM may provision the
          people behind it. Add one here, or let the customer prove theirs in the setup portal.
        </EmptyState>
      ) : (
        <>
          <DomainTable rows={rows} rights={rights} />
          <Pagination {...pageLinks(path, {}, list.data, position, domainPageSize)} />
        </>
      )}
      {moves.ok && moves.data.length > 0 ? <MoveList {...about} moves={moves.data} /> : null}
      {can(principal, 'domain.add') ? <AddDomainDialog {...about} /> : null}
      <CheckDnsDialog {...about} rows={rows} />
      {rights.verify ? <VerifyDomainDialog {...about} rows={rows} /> : null}
      {rights.remove ? <DeleteDomainDialog {...about} rows={rows} /> : null}
    </Section>
  );
}
