'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addTicketLink } from '@/lib/features/notes/actions';
import { addTicketLinkInput } from '@/lib/features/notes/schema';
import type { OfOrganization } from './dialogs';

/** Notes where a ticket about the organization is. */
export default function AddTicket({
  environment,
  organizationId,
  onClose,
}: LazyDialogProps & OfOrganization) {
  const form = useActionForm({
    name: `ticket_link.add:${organizationId}`,
    environment,
    schema: addTicketLinkInput,
    defaultValues: { organizationId, label: '', url: '' },
    action: addTicketLink,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Add ticket link" submitLabel="Add ticket link" onClose={onClose}>
      <TextField
        name="label"
        label="Label"
        help="What colleagues know it by, such as its number."
        autoFocus
      />
      <TextField
        name="url"
        label="Address"
        mono
        inputMode="url"
        placeholder="https://tickets.example/4711"
        help="Starts with https://."
      />
    </FormDialog>
  );
}
