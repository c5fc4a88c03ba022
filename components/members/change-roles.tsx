'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { changeMemberRoles } from '@/lib/features/members/actions';
import { changeRolesInput, type MemberRow } from '@/lib/features/members/schema';
import { AbsentMember } from './absent-member';
import { RoleChoice } from './role-choice';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: MemberRow[] };

/** Changes what a member may do in this organization. */
export default function ChangeRoles(props: Props) {
  const row = props.rows.find(({ userId }) => userId === props.subject);
  return row ? <RolesForm {...props} row={row} /> : <AbsentMember onClose={props.onClose} />;
}

function RolesForm({ environment, organizationId, row, onClose }: Props & { row: MemberRow }) {
  const form = useActionForm({
    name: `member.change_roles:${organizationId}:${row.userId}`,
    environment,
    schema: changeRolesInput,
    defaultValues: { organizationId, userId: row.userId, roles: row.roleNames },
    action: changeMemberRoles,
    onSuccess: onClose,
  });
  return (
    <LiveQueries>
      <FormDialog
        form={form}
        title="Change roles"
        description={`The roles of ${row.email} in this organization. What is chosen replaces what they have.`}
        submitLabel="Save roles"
        onClose={onClose}
      >
        <RoleChoice environment={environment} organizationId={organizationId} />
      </FormDialog>
    </LiveQueries>
  );
}
