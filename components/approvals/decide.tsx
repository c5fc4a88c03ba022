'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import type { FormAction } from '@/components/forms/use-action';
import { useActionForm } from '@/components/forms/use-action-form';
import { type ApprovalRow, decideInput } from '@/lib/features/approvals/schema';
import { AskedFor } from './asked-for';

type Props = {
  environment: string;
  row: ApprovalRow;
  decision: 'approve' | 'refuse';
  action: FormAction<{ approvalId: string; comment?: string }, unknown>;
  onClose: () => void;
};

/** Shows what was asked for once more, and takes a word for the one who asked. */
export function Decide({ environment, row, decision, action, onClose }: Props) {
  const form = useActionForm({
    name: `approval.${decision}:${row.id}`,
    environment,
    schema: decideInput,
    defaultValues: { approvalId: row.id, comment: '' },
    action,
    onSuccess: onClose,
  });
  const approves = decision === 'approve';
  return (
    <FormDialog
      form={form}
      danger={!approves}
      title={approves ? 'Approve this?' : 'Refuse this?'}
      submitLabel={approves ? 'Approve' : 'Refuse'}
      onClose={onClose}
    >
      <div className="rounded border border-line bg-sunken px-3 py-2.5">
        <AskedFor row={row} />
      </div>
      <p className="text-quiet">
        {approves
          ? 'They can then do this very thing, once, within a day. Keydesk does nothing by itself.'
          : 'Nothing happens. They may ask again.'}
      </p>
      <TextField name="comment" label="Comment" optional help="For whoever asked." maxLength={200} />
    </FormDialog>
  );
}
