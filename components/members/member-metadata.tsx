'use client';

import { MetadataDialog } from '@/components/forms/metadata-dialog';
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
    <MetadataDialog
      form={form}
      title="Edit membership metadata"
      about={`Of ${row.email} in this organization only.`}
      limit={20}
      onClose={onClose}
    />
  );
}
