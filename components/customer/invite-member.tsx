'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Select } from '@/components/ui/select';
import { inviteOwnMember } from '@/lib/features/members/customer-actions';
import { type AssignableRole, inviteOwnMemberInput } from '@/lib/features/members/schema';
import { isolate } from '@/lib/isolate';

/** `roles` is null where they could not be read: then the default role applies. */
type Props = LazyDialogProps & { roles: AssignableRole[] | null };

/** Invites a colleague by mail. */
export default function InviteMember({ roles, onClose }: Props) {
  const form = useActionForm({
    name: 'customer:invite',
    environment: '',
    schema: inviteOwnMemberInput,
    defaultValues: { email: '', givenName: '', familyName: '', role: '' },
    action: inviteOwnMember,
    onSuccess: onClose,
  });
  const standard = roles?.find(({ isDefault }) => isDefault)?.displayName;
  return (
    <FormDialog
      form={form}
      title="Invite a member"
      description="They get an e-mail with a link to join."
      submitLabel="Send invitation"
      onClose={onClose}
    >
      <TextField name="email" label="E-mail" type="email" autoFocus help="It cannot be changed afterwards." />
      <div className="grid grid-cols-2 gap-4">
        <TextField name="givenName" label="Given name" optional />
        <TextField name="familyName" label="Family name" optional />
      </div>
      <FormField
        name="role"
        label="Role"
        help={roles === null ? 'The roles could not be read now, so the standard one applies.' : undefined}
      >
        {(control) => (
          <Select {...control}>
            <option value="">{standard ? `Standard (${isolate(standard)})` : 'Standard'}</option>
            {(roles ?? [])
              .filter(({ isDefault }) => !isDefault)
              .map(({ name, displayName }) => (
                <option key={name} value={name}>
                  {displayName}
                </option>
              ))}
          </Select>
        )}
      </FormField>
    </FormDialog>
  );
}
