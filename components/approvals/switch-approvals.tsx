'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { switchApprovalsOff, switchApprovalsOn } from '@/lib/features/approvals/actions';
import { switchApprovalsInput } from '@/lib/features/approvals/schema';

type Props = LazyDialogProps & { environment: string; isOn: boolean };

/** Says what it means before it does. */
export default function SwitchApprovals({ environment, isOn, onClose }: Props) {
  const form = useActionForm({
    name: `approval.switch:${environment}`,
    environment,
    schema: switchApprovalsInput,
    defaultValues: {},
    action: isOn ? switchApprovalsOff : switchApprovalsOn,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      danger={isOn}
      title={isOn ? `Switch approvals off in ${environment}?` : `Switch approvals on in ${environment}?`}
      submitLabel={isOn ? 'Switch off' : 'Switch on'}
      onClose={onClose}
    >
      {isOn ? (
        <p>Whoever may delete can then do so alone. Another administrator has to approve this.</p>
      ) : (
        <>
          <p>From the next act on, what is listed here needs somebody else who may do it too:</p>
          <ul className="list-disc pl-5">
            <li>whoever asks sends the form as ever; instead of being done it becomes a request;</li>
            <li>somebody else, lead or administrator, approves it after a fresh sign-in;</li>
            <li>whoever asked then does it, within a day, once.</li>
          </ul>
          <p>Revoking, ending and disabling never wait. Switching off needs a second person as well.</p>
        </>
      )}
    </FormDialog>
  );
}
