import 'server-only';
import type { OrganizationNote, TicketLink } from '@/lib/generated/prisma/client';
import type { NoteRow, TicketLinkRow } from './schema';

/** Plain row of a note, as one person sees it. */
export function toNoteRow(note: OrganizationNote, readerId: string): NoteRow {
  return {
    noteId: note.id,
    text: note.text,
    version: note.version,
    createdAt: note.createdAt.toISOString(),
    editedAt: note.editedAt?.toISOString() ?? null,
    authorName: note.authorName,
    authorEmail: note.authorEmail,
    own: note.authorId === readerId,
  };
}

/** Plain row of a ticket link, as one person sees it. */
export function toTicketLinkRow(link: TicketLink, readerId: string): TicketLinkRow {
  return {
    linkId: link.id,
    url: link.url,
    label: link.label,
    createdAt: link.createdAt.toISOString(),
    addedByEmail: link.addedByEmail,
    own: link.addedById === readerId,
  };
}
