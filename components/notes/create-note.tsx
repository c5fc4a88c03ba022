'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createNote } from '@/lib/features/notes/actions';
import { createNoteInput } from '@/lib/features/notes/schema';
import type { OfOrganization } from './dialogs';
import { NoteFields } from './note-fields';

/** Writes a note on the organization. */
export default function CreateNote({
  environment,
  organizationId,
  onClose,
}: LazyDialogProps & OfOrganization) {
  const form = useActionForm({
    name: `note.create:${organizationId}`,
    environment,
    schema: createNoteInput,
    defaultValues: { organizationId, text: '' },
    action: createNote,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} width="wide" title="Write a note" submitLabel="Save note" onClose={onClose}>
      <NoteFields />
    </FormDialog>
  );
}
