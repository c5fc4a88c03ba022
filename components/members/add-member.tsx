'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addMember } from '@/lib/features/members/actions';
import { addMemberInput } from '@/lib/features/members/schema';
import { RoleChoice } from './role-choice';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Adds somebody who has a user record in this environment already. */
export default function AddMember({ environment, organizationId, onClose }: Props) {
  const form = useActionForm({
    name: `member.add:${organizationId}`,
    environment,
    schema: addMemberInput,
    defaultValues: { organizationId, userId: '', roles: [] },
    action: addMember,
    onSuccess: onClose,
  });
  return (
    <LiveQueries>
      <FormDialog
        form={form}
        title="Add existing user"
        description="They become a member at once and get no invitation."
        submitLabel="Add to organization"
        onClose={onClose}
      >
        <TextField name="userId" label="User id" mono placeholder="usr_…" autoFocus />
        <RoleChoice
          environment={environment}
          organizationId={organizationId}
          help="Without a choice the default role applies."
        />
      </FormDialog>
    </LiveQueries>
  );
}
