import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toNoteRow, toTicketLinkRow } from './rows';
import {
  listNotesInput,
  listTicketLinksInput,
  type NoteRow,
  noteInput,
  type TicketLinkRow,
  ticketLinkLimit,
} from './schema';

/** A page of the notes on an organization, newest first. Source: Keydesk's own records. */
export const listNotes = defineQuery({
  permission: 'note.read',
  input: listNotesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { environment, principal }): Promise<Page<NoteRow>> => {
    const { organizationId, size } = input;
    const place = readPlace(input.pageToken, z.uuid());
    const where = { environment, organizationId };
    const newer = place?.direction === 'newer';
    const read = await db().organizationNote.findMany({
      // Version 7 UUIDs sort by the time they were made.
      where: { ...where, ...(place && { id: newer ? { gt: place.id } : { lt: place.id } }) },
      orderBy: { id: newer ? 'asc' : 'desc' },
      take: size + 1,
    });
    // Most organizations have fewer notes than one page shows: those are counted already.
    const isAll = !place && read.length <= size;
    const total = isAll ? read.length : await db().organizationNote.count({ where });
    const page = cutPage(read, size, place);
    return { ...page, rows: page.rows.map((note) => toNoteRow(note, principal.staffId)), total };
  },
});

/**
 * One note as it stands now: what an edit in another tab has made of it. Source: Keydesk's own records.
 * The organization is part of the search: another customer's note is not there at all.
 */
export const getNote = defineQuery({
  permission: 'note.read',
  input: noteInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, noteId }, { environment, principal }): Promise<NoteRow> => {
    const note = await db().organizationNote.findFirst({
      where: { id: noteId, environment, organizationId },
    });
    if (!note) throw new AppError('not_found', 'This note is gone.');
    return toNoteRow(note, principal.staffId);
  },
});

/** Every ticket link of an organization, newest first: there are at most `ticketLinkLimit`. Source: own records. */
export const listTicketLinks = defineQuery({
  permission: 'note.read',
  input: listTicketLinksInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { environment, principal }): Promise<TicketLinkRow[]> => {
    const links = await db().ticketLink.findMany({
      where: { environment, organizationId },
      orderBy: { id: 'desc' },
      take: ticketLinkLimit,
    });
    return links.map((link) => toTicketLinkRow(link, principal.staffId));
  },
});
