'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { rotatePushSecret } from '@/lib/features/activity-push/actions';
import { overlapHours, type PushView, pushInput } from '@/lib/features/activity-push/schema';
import { isolate } from '@/lib/isolate';
import type { WithPushes } from './dialogs';
import { RevealPushSecret } from './reveal-push-secret';

type Props = LazyDialogProps & WithPushes;

/** Makes a new signing secret and shows it once. */
export default function RotateSecret(props: Props) {
  const push = props.pushes.find(({ pushId }) => pushId === props.subject);
  return push ? <RotateForm {...props} push={push} /> : null;
}

function RotateForm({ environment, push, onChanged, onClose }: Props & { push: PushView }) {
  const { pushId, name } = push;
  const [secret, setSecret] = useState<string | null>(null);
  const form = useActionForm({
    name: `activity_push.rotate_secret:${pushId}`,
    environment,
    schema: pushInput,
    defaultValues: { pushId },
    action: rotatePushSecret,
    onSuccess: (rotated) => {
      setSecret(rotated.secret);
      onChanged();
    },
  });
  if (secret !== null) {
    const done = () => {
      setSecret(null);
      onClose();
    };
    return (
      <RevealPushSecret title="Signing secret rotated" secret={secret} onDone={done}>
        {`For ${overlapHours} hours each message carries both signatures. Give the receiver the new secret in that time.`}
      </RevealPushSecret>
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Rotate the signing secret of ${isolate(name)}?`}
      submitLabel="Rotate secret"
      onClose={onClose}
    >
      <p>{`The secret in use signs for ${overlapHours} more hours, beside the new one.`}</p>
      {push.bothUntil ? (
        <p>A rotation is under way. The secret from before it stops signing at once.</p>
      ) : null}
    </FormDialog>
  );
}
