'use client';

import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { startBackfill } from '@/lib/features/activity-cache/actions';
import { backfillInput } from '@/lib/features/activity-cache/schema';

type Props = { environment: string; most: number; onStarted: () => void };

/** How many days of history to read. */
export function BackfillForm({ environment, most, onStarted }: Props) {
  const form = useActionForm({
    name: `activity_cache.backfill:${environment}`,
    environment,
    schema: backfillInput,
    defaultValues: { days: '30' },
    action: startBackfill,
    onSuccess: onStarted,
  });
  return (
    <ActionForm
      form={form}
      footer={
        <div className="mt-4">
          <SubmitButton label="Read history" state={form.state} />
        </div>
      }
    >
      <div className="w-72 max-w-full">
        <TextField
          name="days"
          label="Days back"
          inputMode="numeric"
          help={`At most ${most}: rows are kept no longer.`}
        />
      </div>
    </ActionForm>
  );
}
