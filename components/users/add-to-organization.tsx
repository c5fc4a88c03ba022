'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import { RoleChoice } from '@/components/members/role-choice';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addMember } from '@/lib/features/members/actions';
import { addMemberInput } from '@/lib/features/members/schema';
import type { UserDetail } from '@/lib/features/users/schema';
import { organizationId as organizationIdSchema } from '@/lib/scalekit-ids';

type Props = LazyDialogProps & { environment: string; user: UserDetail };

/** Makes the user a member of one more organization. */
export default function AddToOrganization({ environment, user, onClose }: Props) {
  const form = useActionForm({
    name: `member.add-user:${user.id}`,
    environment,
    schema: addMemberInput,
    defaultValues: { organizationId: '', userId: user.id, roles: [] },
    action: addMember,
    onSuccess: onClose,
  });
  return (
    <LiveQueries>
      <FormDialog
        form={form}
        title="Add to an organization"
        description="They become a member at once and get no invitation."
        submitLabel="Add to organization"
        onClose={onClose}
      >
        <TextField name="organizationId" label="Organization id" mono placeholder="org_…" autoFocus />
        <RolesOfChosen environment={environment} />
      </FormDialog>
    </LiveQueries>
  );
}

/** Which roles there are depends on the organization. */
function RolesOfChosen({ environment }: { environment: string }) {
  const typed: string = useWatch({ name: 'organizationId' });
  const parsed = organizationIdSchema.safeParse(typed);
  if (!parsed.success || parsed.data.length < 8)
    return <p className="text-table text-quiet">Its roles appear when the id is complete.</p>;
  return (
    <RoleChoice
      environment={environment}
      organizationId={parsed.data}
      help="Without a choice the default role applies."
    />
  );
}
