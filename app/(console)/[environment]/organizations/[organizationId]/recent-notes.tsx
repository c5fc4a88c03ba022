import Link from 'next/link';
import { NotesSection } from '@/components/notes/notes-section';
import { TicketsSection } from '@/components/notes/tickets-section';
import { can, type Principal } from '@/lib/auth/principal';
import type { Result } from '@/lib/errors';
import type { NoteRow, TicketLinkRow } from '@/lib/features/notes/schema';
import { formatCount } from '@/lib/format';
import type { Page } from '@/lib/page';
import { paths } from '@/lib/paths';

type Props = {
  environment: string;
  organizationId: string;
  notes: Result<Page<NoteRow>>;
  links: Result<TicketLinkRow[]>;
  principal: Principal;
};

/** The newest notes and the ticket links, from our own records. */
export function RecentNotes({ environment, organizationId, notes, links, principal }: Props) {
  const of = { environment, organizationId };
  const retryHref = paths.organization(environment, organizationId);
  const all =
    notes.ok && notes.data.nextToken !== null ? (
      <Link
        prefetch={false}
        href={paths.organizationNotes(environment, organizationId)}
        className="text-link"
      >
        All {formatCount(notes.data.total ?? 0)} notes
      </Link>
    ) : null;
  return (
    <>
      <NotesSection {...of} notes={notes} rights={noteRights(principal)} retryHref={retryHref} footer={all} />
      <TicketsSection {...of} links={links} rights={ticketRights(principal)} retryHref={retryHref} />
    </>
  );
}

export function noteRights(principal: Principal) {
  return {
    create: can(principal, 'note.create'),
    edit: can(principal, 'note.edit'),
    remove: can(principal, 'note.delete'),
    removeAny: can(principal, 'note.delete_any'),
  };
}

function ticketRights(principal: Principal) {
  return {
    add: can(principal, 'ticket_link.add'),
    remove: can(principal, 'ticket_link.remove'),
    removeAny: can(principal, 'ticket_link.remove_any'),
  };
}
