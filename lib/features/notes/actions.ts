'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import {
  addTicketLinkInput,
  createNoteInput,
  editNoteInput,
  noteInput,
  ticketLinkInput,
  ticketLinkLimit,
} from './schema';
import { addLink, deleteOne, editOwn } from './write-records';

/** Writes a note into Keydesk's own records. The staff log gets its length, never its words. */
export const createNote = defineAction({
  permission: 'note.create',
  input: createNoteInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, text }, { environment, principal }) => {
    const author = {
      authorId: principal.staffId,
      authorName: principal.name,
      authorEmail: principal.email,
    };
    const note = await db().organizationNote.create({
      data: { environment, organizationId, text, ...author },
    });
    return { noteId: note.id };
  },
  audit: {
    target: () => ({ type: 'note' }),
    details: ({ text }) => ({ characters: text.length }),
    result: ({ noteId }) => ({ target: { type: 'note', id: noteId } }),
  },
});

/** Changes a note of one's own, unless it has changed since the edit began: then `conflict`, and nothing is written. */
export const editNote = defineAction({
  permission: 'note.edit',
  input: editNoteInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: (input, { environment, principal }) => editOwn({ ...input, environment }, principal.staffId),
  audit: {
    target: ({ noteId }) => ({ type: 'note', id: noteId }),
    details: ({ text, version }) => ({ characters: text.length, version }),
  },
});

/** Deletes a note of one's own for good. */
export const deleteNote = defineAction({
  permission: 'note.delete',
  input: noteInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: ({ organizationId, noteId }, { environment, principal }) =>
    deleteOne('note', { id: noteId, environment, organizationId }, principal.staffId),
  audit: {
    target: ({ noteId }) => ({ type: 'note', id: noteId }),
    details: () => ({}),
  },
});

/** Deletes anybody's note for good. */
export const deleteAnyNote = defineAction({
  permission: 'note.delete_any',
  input: noteInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: ({ organizationId, noteId }, { environment }) =>
    deleteOne('note', { id: noteId, environment, organizationId }),
  audit: {
    target: ({ noteId }) => ({ type: 'note', id: noteId }),
    details: () => ({}),
  },
});

/** Notes where a ticket about the organization is. The staff log gets the host, since an address may say more. */
export const addTicketLink = defineAction({
  permission: 'ticket_link.add',
  input: addTicketLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { environment, principal }) => {
    const existing = await db().ticketLink.count({
      where: { environment, organizationId: input.organizationId },
    });
    if (existing >= ticketLinkLimit)
      throw new AppError('conflict', `There are ${ticketLinkLimit} ticket links already. Remove one first.`);
    return addLink({ ...input, environment, addedById: principal.staffId, addedByEmail: principal.email });
  },
  audit: {
    target: () => ({ type: 'ticket_link' }),
    details: ({ url }) => ({ host: new URL(url).host }),
    result: ({ linkId }) => ({ target: { type: 'ticket_link', id: linkId } }),
  },
});

/** Takes a ticket link of one's own away; the ticket stays where it is. */
export const removeTicketLink = defineAction({
  permission: 'ticket_link.remove',
  input: ticketLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: ({ organizationId, linkId }, { environment, principal }) =>
    deleteOne('ticket link', { id: linkId, environment, organizationId }, principal.staffId),
  audit: {
    target: ({ linkId }) => ({ type: 'ticket_link', id: linkId }),
    details: () => ({}),
  },
});

/** Takes anybody's ticket link away; the ticket stays where it is. */
export const removeAnyTicketLink = defineAction({
  permission: 'ticket_link.remove_any',
  input: ticketLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: ({ organizationId, linkId }, { environment }) =>
    deleteOne('ticket link', { id: linkId, environment, organizationId }),
  audit: {
    target: ({ linkId }) => ({ type: 'ticket_link', id: linkId }),
    details: () => ({}),
  },
});
