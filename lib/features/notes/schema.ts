import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';
import { findSecret } from './looks-secret';

/** Adds a sentence where a text holds what must not be written down. */
function refuseSecrets(text: string, context: z.RefinementCtx) {
  const secret = findSecret(text);
  if (secret)
    context.addIssue({
      code: 'custom',
      message: `This looks like ${secret}. Notes are kept in clear: take it out, and hand it over by other means.`,
    });
}

const noteText = z
  .string()
  .trim()
  .min(1, 'Write something.')
  .max(5_000, 'A note has at most 5,000 characters.')
  .superRefine(refuseSecrets);

const noteId = z.uuid('A note id is a UUID.');

export const createNoteInput = z.object({ organizationId, text: noteText });

/** `version` is the one that the edit began from: a note that has moved on since is not written over. */
export const editNoteInput = z.object({
  organizationId,
  noteId,
  version: z.number().int().min(1),
  text: noteText,
});

export const noteInput = z.object({ organizationId, noteId });

export const notePageSize = 20;

/** How many notes and ticket links the overview shows. */
export const recentNotes = 3;
/** There are few tickets for one customer at a time, so that they are not paged. */
export const ticketLinkLimit = 50;

export const listNotesInput = z.object({
  organizationId,
  pageToken,
  size: z.number().int().min(1).max(notePageSize).default(notePageSize),
});

const ticketUrl = z
  .string()
  .trim()
  .max(2048, 'An address has at most 2,048 characters.')
  .refine(isHttps, 'Give the address of the ticket, starting with https://.')
  .superRefine(refuseSecrets);

export const addTicketLinkInput = z.object({
  organizationId,
  url: ticketUrl,
  label: z
    .string()
    .trim()
    .min(1, 'Say what it is, such as its number.')
    .max(100, 'A label has at most 100 characters.')
    .superRefine(refuseSecrets),
});

export const ticketLinkInput = z.object({ organizationId, linkId: z.uuid('A ticket link id is a UUID.') });

export const listTicketLinksInput = z.object({ organizationId });

function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && !username && !password;
}

/** A note as it stands. Times are ISO 8601; `editedAt` is null while it is as first written. */
export type NoteRow = {
  noteId: string;
  /** Markdown. */
  text: string;
  version: number;
  createdAt: string;
  editedAt: string | null;
  authorName: string;
  authorEmail: string;
  /** Written by the person who reads it: these they may change. */
  own: boolean;
};

export type TicketLinkRow = {
  linkId: string;
  url: string;
  label: string;
  createdAt: string;
  addedByEmail: string;
  own: boolean;
};
