'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteAnyNote, deleteNote } from '@/lib/features/notes/actions';
import { type NoteRow, noteInput } from '@/lib/features/notes/schema';
import type { WithNotes } from './dialogs';
import { GoneNote } from './gone-note';

type Props = LazyDialogProps & WithNotes;

/** Deletes a note; somebody else's where one may. */
export default function DeleteNote(props: Props) {
  const row = props.rows.find(({ noteId }) => noteId === props.subject);
  return row ? <DeleteForm {...props} row={row} /> : <GoneNote onClose={props.onClose} />;
}

function DeleteForm({ environment, organizationId, row, onClose }: Props & { row: NoteRow }) {
  const form = useActionForm({
    name: `note.delete:${row.noteId}`,
    environment,
    schema: noteInput,
    defaultValues: { organizationId, noteId: row.noteId },
    action: row.own ? deleteNote : deleteAnyNote,
    onSuccess: onClose,
  });
  return (
    <FormDialog danger form={form} title="Delete this note?" submitLabel="Delete note" onClose={onClose}>
      <p>
        {row.own ? 'Your note' : `The note of ${row.authorName}`} goes for good. The staff log keeps that it
        was deleted, not what it said.
      </p>
    </FormDialog>
  );
}
