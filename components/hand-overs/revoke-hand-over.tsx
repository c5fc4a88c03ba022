'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { revokeHandOver } from '@/lib/features/hand-overs/actions';
import { handOverInput } from '@/lib/features/hand-overs/schema';
import type { OfOrganization } from './dialogs';

type Props = LazyDialogProps & OfOrganization;

/** Closes a link that nobody has opened. */
export default function RevokeHandOver({ environment, organizationId, subject, onClose }: Props) {
  const form = useActionForm({
    name: `hand_over.revoke:${subject}`,
    environment,
    schema: handOverInput,
    defaultValues: { organizationId, handOverId: subject },
    action: revokeHandOver,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      danger
      form={form}
      title="Revoke this hand-over?"
      submitLabel="Revoke hand-over"
      onClose={onClose}
    >
      <p>
        Its link stops at once and says that it was withdrawn. What it would have shown is erased here, for
        good.
      </p>
      <p>The secret itself goes on working: revoke it on its own page if it must not.</p>
    </FormDialog>
  );
}
