'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { pausePush, resumePush } from '@/lib/features/activity-push/actions';
import { backlogDays, type PushView, pushInput } from '@/lib/features/activity-push/schema';
import { isolate } from '@/lib/isolate';
import type { WithPushes } from './dialogs';

type Props = LazyDialogProps & WithPushes;

/** Pauses a push that delivers, resumes one that is paused, and tries one that fails at once. */
export default function SwitchPush(props: Props) {
  const push = props.pushes.find(({ pushId }) => pushId === props.subject);
  return push ? <SwitchForm {...props} push={push} /> : null;
}

function SwitchForm({ environment, push, onChanged, onClose }: Props & { push: PushView }) {
  const { pushId, name } = push;
  const pauses = push.state === 'delivering' || push.state === 'failing';
  const form = useActionForm({
    name: `activity_push.switch:${pushId}`,
    environment,
    schema: pushInput,
    defaultValues: { pushId },
    action: pauses ? pausePush : resumePush,
    onSuccess: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={`${pauses ? 'Pause' : 'Resume'} ${isolate(name)}?`}
      submitLabel={pauses ? 'Pause' : 'Resume'}
      onClose={onClose}
    >
      <p>
        {pauses
          ? `Nothing is sent until it is resumed. What happens meanwhile waits, for ${backlogDays} days at most.`
          : 'What waits is sent first, oldest first.'}
      </p>
    </FormDialog>
  );
}
