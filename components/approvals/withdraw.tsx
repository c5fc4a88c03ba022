'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { withdraw } from '@/lib/features/approvals/actions';
import { type ApprovalRow, withdrawInput } from '@/lib/features/approvals/schema';
import { AskedFor } from './asked-for';
import type { WithApprovals } from './dialogs';

type Props = LazyDialogProps & WithApprovals;

/** Takes one's own request back. */
export default function Withdraw(props: Props) {
  const row = props.rows.find(({ id }) => id === props.subject);
  return row?.isOwn ? <WithdrawForm {...props} row={row} /> : null;
}

function WithdrawForm({ environment, row, onClose }: Props & { row: ApprovalRow }) {
  const form = useActionForm({
    name: `approval.withdraw:${row.id}`,
    environment,
    schema: withdrawInput,
    defaultValues: { approvalId: row.id },
    action: withdraw,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Withdraw your request?" submitLabel="Withdraw" onClose={onClose}>
      <AskedFor row={row} />
    </FormDialog>
  );
}
