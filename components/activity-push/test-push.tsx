'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { testPush } from '@/lib/features/activity-push/actions';
import { type PushView, pushInput } from '@/lib/features/activity-push/schema';
import { isolate } from '@/lib/isolate';
import type { WithPushes } from './dialogs';

type Props = LazyDialogProps & WithPushes;

/** Sends one line that says it is a test. */
export default function TestPush(props: Props) {
  const push = props.pushes.find(({ pushId }) => pushId === props.subject);
  return push ? <TestForm {...props} push={push} /> : null;
}

function TestForm({ environment, push, onClose }: Props & { push: PushView }) {
  const { pushId, name } = push;
  const [status, setStatus] = useState<number | null>(null);
  const form = useActionForm({
    name: `activity_push.test:${pushId}`,
    environment,
    schema: pushInput,
    defaultValues: { pushId },
    action: testPush,
    onSuccess: (sent) => setStatus(sent.status),
  });
  if (status !== null) {
    return (
      <MessageDialog title="The test was taken" onClose={onClose}>
        {`The receiver answered with HTTP ${status}. Look there for the type keydesk.push_test.`}
      </MessageDialog>
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Send a test to ${isolate(name)}?`}
      submitLabel="Send test"
      onClose={onClose}
    >
      <p>One signed line of the type keydesk.push_test goes out at once. What waits stays where it is.</p>
    </FormDialog>
  );
}
