'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { editNote } from '@/lib/features/notes/actions';
import { editNoteInput, type NoteRow } from '@/lib/features/notes/schema';
import { CurrentNote } from './current-note';
import type { WithNotes } from './dialogs';
import { GoneNote } from './gone-note';
import { NoteFields } from './note-fields';

type Props = LazyDialogProps & WithNotes;

/** Changes a note of one's own. Where it changed elsewhere meanwhile, both texts stand there and one decides. */
export default function EditNote(props: Props) {
  const row = props.rows.find(({ noteId }) => noteId === props.subject);
  return row?.own ? <EditForm {...props} row={row} /> : <GoneNote onClose={props.onClose} />;
}

function EditForm({ environment, organizationId, row, onClose }: Props & { row: NoteRow }) {
  const { noteId, version, text } = row;
  const form = useActionForm({
    name: `note.edit:${noteId}`,
    environment,
    schema: editNoteInput,
    defaultValues: { organizationId, noteId, version, text },
    action: editNote,
    onSuccess: onClose,
  });
  const saveOver = (current: number) => {
    form.form.setValue('version', current);
    void form.submit();
  };
  return (
    <FormDialog form={form} width="wide" title="Edit note" submitLabel="Save note" onClose={onClose}>
      {form.failure?.code === 'conflict' ? (
        <LiveQueries>
          <CurrentNote
            environment={environment}
            organizationId={organizationId}
            noteId={noteId}
            onSaveOver={saveOver}
          />
        </LiveQueries>
      ) : null}
      <NoteFields />
    </FormDialog>
  );
}
