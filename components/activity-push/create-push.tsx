'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createPush } from '@/lib/features/activity-push/actions';
import { createPushInput } from '@/lib/features/activity-push/schema';
import type { WithPushes } from './dialogs';
import { PushFields } from './push-fields';
import { RevealPushSecret } from './reveal-push-secret';

/** Makes a push and shows its signing secret once. */
export default function CreatePush({ environment, onChanged, onClose }: LazyDialogProps & WithPushes) {
  const [secret, setSecret] = useState<string | null>(null);
  const form = useActionForm({
    name: `activity_push.create:${environment}`,
    environment,
    schema: createPushInput,
    defaultValues: { name: '', url: '', format: 'jsonl', types: '', outcome: '', staff: false },
    action: createPush,
    onSuccess: (created) => {
      setSecret(created.secret);
      onChanged();
    },
  });
  if (secret !== null) {
    const done = () => {
      setSecret(null);
      onClose();
    };
    return (
      <RevealPushSecret title="Push created" secret={secret} onDone={done}>
        Give it to the receiver. It checks each message with it, as the specification Standard Webhooks says.
      </RevealPushSecret>
    );
  }
  return (
    <FormDialog
      form={form}
      title="Add a push"
      description="It tells what happens from now on. For what happened before there is the export."
      submitLabel="Add push"
      width="wide"
      onClose={onClose}
    >
      <PushFields />
    </FormDialog>
  );
}
