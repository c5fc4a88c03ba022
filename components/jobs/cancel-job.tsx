'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { cancelJob } from '@/lib/features/jobs/actions';
import { jobInput } from '@/lib/features/jobs/schema';
import { formatQuantity } from '@/lib/format';

type Props = LazyDialogProps & { environment: string; jobId: string; waiting: number; onChanged: () => void };

/** Ends a job before its end. */
export default function CancelJob({ environment, jobId, waiting, onChanged, onClose }: Props) {
  const form = useActionForm({
    name: `job.cancel:${jobId}`,
    environment,
    schema: jobInput,
    defaultValues: { jobId },
    action: cancelJob,
    onSuccess: () => {
      onClose();
      onChanged();
    },
  });
  return (
    <FormDialog danger form={form} title="Cancel this job?" submitLabel="Cancel job" onClose={onClose}>
      <p>
        What was done stays done. {formatQuantity(waiting, 'item')} {waiting === 1 ? 'waits' : 'wait'} and
        will not be sent. A cancelled job cannot be resumed.
      </p>
    </FormDialog>
  );
}
