'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { changeMemberMetadata } from '@/lib/features/members/actions';
import { type MemberRow, memberMetadataInput } from '@/lib/features/members/schema';
import { AbsentMember } from './absent-member';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: MemberRow[] };

/** Changes the metadata of a membership as a whole. */
export default function MemberMetadata(props: Props) {
  const row = props.rows.find(({ userId }) => userId === props.subject);
  return row ? <MetadataForm {...props} row={row} /> : <AbsentMember onClose={props.onClose} />;
}

function MetadataForm({ environment, organizationId, row, onClose }: Props & { row: MemberRow }) {
  const form = useActionForm({
    name: `member.change_metadata:${organizationId}:${row.userId}`,
    environment,
    schema: memberMetadataInput,
    defaultValues: { organizationId, userId: row.userId, metadata: row.metadata },
    action: changeMemberMetadata,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Edit membership metadata"
      description={`Of ${row.email} in this organization only. What stands here replaces all pairs.`}
      submitLabel="Save metadata"
      onClose={onClose}
    >
      <KeyValueFields
        name="metadata"
        label="Metadata"
        noun="pair"
        limit={20}
        help="Keys of 3 to 25 characters, values of 1 to 256."
      />
    </FormDialog>
  );
}
