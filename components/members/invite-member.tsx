'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { inviteMember } from '@/lib/features/members/actions';
import { inviteMemberInput } from '@/lib/features/members/schema';
import { RoleChoice } from './role-choice';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Invites somebody by mail. */
export default function InviteMember({ environment, organizationId, onClose }: Props) {
  const form = useActionForm({
    name: `member.invite:${organizationId}`,
    environment,
    schema: inviteMemberInput,
    defaultValues: { organizationId, email: '', givenName: '', familyName: '', externalId: '', roles: [] },
    action: inviteMember,
    onSuccess: onClose,
  });
  return (
    <LiveQueries>
      <FormDialog
        form={form}
        title="Invite member"
        description="Scalekit sends the invitation. The address cannot be changed afterwards."
        submitLabel="Send invitation"
        onClose={onClose}
      >
        <TextField name="email" label="E-mail" type="email" autoFocus />
        <div className="grid grid-cols-2 gap-4">
          <TextField name="givenName" label="Given name" optional />
          <TextField name="familyName" label="Family name" optional />
        </div>
        <TextField
          name="externalId"
          label="External id"
          optional
          mono
          help="Your own id for this person, by which they can be found."
        />
        <RoleChoice
          environment={environment}
          organizationId={organizationId}
          help="Without a choice the default role applies."
        />
      </FormDialog>
    </LiveQueries>
  );
}
