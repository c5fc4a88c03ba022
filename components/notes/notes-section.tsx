import type { ReactNode } from 'react';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type { NoteRow } from '@/lib/features/notes/schema';
import type { Page } from '@/lib/page';
import { CreateNoteDialog, DeleteNoteDialog, EditNoteDialog } from './dialogs';
import { NoteList, type NoteRights } from './note-list';

type Props = {
  environment: string;
  organizationId: string;
  notes: Result<Page<NoteRow>>;
  rights: NoteRights & { create: boolean };
  retryHref: string;
  /** Below the list: the way to the rest. */
  footer?: ReactNode;
};

/** What our own staff wrote about the organization. */
export function NotesSection({ environment, organizationId, notes, rights, retryHref, footer }: Props) {
  const of = { environment, organizationId };
  const rows = notes.ok ? notes.data.rows : [];
  const write = rights.create && (
    <DialogLink dialog="note" variant="secondary" size="small">
      Write a note
    </DialogLink>
  );
  return (
    <Section title="Notes" description="By our own staff; the customer never sees them." action={write}>
      {!notes.ok ? (
        <ErrorPanel title="The notes could not be read." error={notes.error} retryHref={retryHref} />
      ) : rows.length === 0 ? (
        <p className="text-quiet">None.</p>
      ) : (
        <NoteList rows={rows} rights={rights} />
      )}
      {footer}
      {rights.create ? <CreateNoteDialog {...of} /> : null}
      {rights.edit ? <EditNoteDialog {...of} rows={rows} /> : null}
      {rights.remove ? <DeleteNoteDialog {...of} rows={rows} /> : null}
    </Section>
  );
}
