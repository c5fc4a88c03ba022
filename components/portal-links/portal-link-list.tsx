import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import type { PortalLinkRow } from '@/lib/features/portal-links/schema';
import { PortalLinkTable } from './portal-link-table';

type Props = {
  rows: PortalLinkRow[];
  pages: Parameters<typeof Pagination>[0];
  selectedId?: string;
  may: { create: boolean; createRaw: boolean; revoke: boolean };
  /** The person would have one-minute links elsewhere, but not in production. */
  rawIsForLeads: boolean;
  detailHref: (linkId: string) => string;
};

/** The durable links of an organization, or the invitation to make the first. */
export function PortalLinkList(props: Props) {
  const { rows, pages, selectedId, may, rawIsForLeads, detailHref } = props;
  return (
    <Section
      title="Portal links"
      description="Each leads to a page with a button that opens Scalekit’s setup portal for this customer."
      action={may.createRaw && <OneMinuteLink />}
    >
      {rawIsForLeads ? (
        <p className="mb-3 text-table text-quiet">
          One-minute links ask for no code, so in production they are for leads and admins.
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title="No portal links yet" action={may.create && <CreateLink />}>
          Give the customer’s administrator a link with which they set up single sign-on or directory sync
          themselves. You see here whether they opened it.
        </EmptyState>
      ) : (
        <>
          <PortalLinkTable
            rows={rows}
            selectedId={selectedId}
            mayRevoke={may.revoke}
            detailHref={detailHref}
          />
          <Pagination {...pages} />
        </>
      )}
    </Section>
  );
}

function CreateLink() {
  return (
    <DialogLink dialog="create" variant="primary">
      Create portal link
    </DialogLink>
  );
}

function OneMinuteLink() {
  return (
    <DialogLink dialog="one-minute" variant="secondary" size="small">
      One-minute link
    </DialogLink>
  );
}
