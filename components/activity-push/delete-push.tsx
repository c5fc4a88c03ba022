'use client';

import { EffectList } from '@/components/forms/effect-list';
import { FormDialog } from '@/components/forms/form-dialog';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deletePush } from '@/lib/features/activity-push/actions';
import { deletePushInput, type PushView } from '@/lib/features/activity-push/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import type { WithPushes } from './dialogs';

type Props = LazyDialogProps & WithPushes;

/** Ends a push for good. */
export default function DeletePush(props: Props) {
  const push = props.pushes.find(({ pushId }) => pushId === props.subject);
  return push ? <DeleteForm {...props} push={push} /> : null;
}

function DeleteForm({ environment, push, onChanged, onClose }: Props & { push: PushView }) {
  const { pushId, name, backlog } = push;
  const form = useActionForm({
    name: `activity_push.delete:${pushId}`,
    environment,
    schema: deletePushInput,
    defaultValues: { pushId, confirmName: '' },
    action: deletePush,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, name),
    onSuccess: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog
      danger
      form={form}
      title={`Delete ${isolate(name)}?`}
      submitLabel="Delete push"
      onClose={onClose}
    >
      <EffectList>
        <li>{`${formatQuantity(backlog, 'row')} that ${backlog === 1 ? 'waits is' : 'wait are'} not sent.`}</li>
        <li>The receiver hears nothing more. Its signing secret is of no use.</li>
      </EffectList>
      <TypedConfirmation name="confirmName" expected={name} what="push" />
    </FormDialog>
  );
}
