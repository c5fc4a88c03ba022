import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type { TicketLinkRow } from '@/lib/features/notes/schema';
import { AddTicketDialog, RemoveTicketDialog } from './dialogs';
import { TicketList } from './ticket-list';

type Props = {
  environment: string;
  organizationId: string;
  links: Result<TicketLinkRow[]>;
  rights: { add: boolean; remove: boolean; removeAny: boolean };
  retryHref: string;
};

/** The tickets elsewhere that are about the organization. */
export function TicketsSection({ environment, organizationId, links, rights, retryHref }: Props) {
  const of = { environment, organizationId };
  const rows = links.ok ? links.data : [];
  const add = rights.add && (
    <DialogLink dialog="ticket" variant="secondary" size="small">
      Add ticket link
    </DialogLink>
  );
  return (
    <Section title="Tickets" action={add}>
      {!links.ok ? (
        <ErrorPanel title="The ticket links could not be read." error={links.error} retryHref={retryHref} />
      ) : rows.length === 0 ? (
        <p className="text-quiet">None.</p>
      ) : (
        <TicketList links={rows} rights={rights} />
      )}
      {rights.add ? <AddTicketDialog {...of} /> : null}
      {rights.remove ? <RemoveTicketDialog {...of} links={rows} /> : null}
    </Section>
  );
}
