'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { editPush } from '@/lib/features/activity-push/actions';
import { editPushInput, type PushView } from '@/lib/features/activity-push/schema';
import { isolate } from '@/lib/isolate';
import type { WithPushes } from './dialogs';
import { PushFields } from './push-fields';

type Props = LazyDialogProps & WithPushes;

/** Changes where a push goes and what it tells. */
export default function EditPush(props: Props) {
  const push = props.pushes.find(({ pushId }) => pushId === props.subject);
  return push ? <EditForm {...props} push={push} /> : null;
}

function EditForm({ environment, push, onChanged, onClose }: Props & { push: PushView }) {
  const { pushId, name, url, format, types, outcome, staff } = push;
  const form = useActionForm({
    name: `activity_push.edit:${pushId}`,
    environment,
    schema: editPushInput,
    defaultValues: { pushId, name, url, format, types: types.join('\n'), outcome, staff },
    action: editPush,
    onSuccess: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(name)}`}
      description="What waits already goes to the new address too. The signing secret stays."
      submitLabel="Save changes"
      width="wide"
      onClose={onClose}
    >
      <PushFields />
    </FormDialog>
  );
}
