'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { endFreeze } from '@/lib/features/freeze/actions';
import { endFreezeInput } from '@/lib/features/freeze/schema';
import type { OfEnvironment } from './dialogs';

type Props = LazyDialogProps & OfEnvironment & { startedAt: string };

/** Asks once more, since everything that waits goes on at once. */
export default function EndFreeze({ environment, startedAt, onClose }: Props) {
  const form = useActionForm({
    name: `freeze.end:${environment}`,
    environment,
    schema: endFreezeInput,
    defaultValues: { startedAt },
    action: endFreeze,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`End the freeze of ${environment}?`}
      submitLabel="End freeze"
      onClose={onClose}
    >
      <p>Everybody can change things again at once. Jobs that waited go on within a minute.</p>
    </FormDialog>
  );
}
