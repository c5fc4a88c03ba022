'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { NoteRow, TicketLinkRow } from '@/lib/features/notes/schema';

export type OfOrganization = { environment: string; organizationId: string };
export type WithNotes = OfOrganization & { rows: NoteRow[] };
export type WithLinks = OfOrganization & { links: TicketLinkRow[] };

export const CreateNoteDialog = lazyDialog<OfOrganization>('note', () => import('./create-note'));

export const EditNoteDialog = lazyDialog<WithNotes>('edit-note', () => import('./edit-note'));

export const DeleteNoteDialog = lazyDialog<WithNotes>('delete-note', () => import('./delete-note'));

export const AddTicketDialog = lazyDialog<OfOrganization>('ticket', () => import('./add-ticket'));

export const RemoveTicketDialog = lazyDialog<WithLinks>('remove-ticket', () => import('./remove-ticket'));
