'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { NewPeople } from '@/components/roles/new-people';
import { RoleField } from '@/components/roles/role-field';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { setDefaultRoles } from '@/lib/features/environment-roles/actions';
import { setDefaultsInput } from '@/lib/features/environment-roles/schema';
import type { RoleRow } from '@/lib/role-row';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

/** Chooses what founders and new members get where nobody names a role; says what they then may and may not. */
export default function ChangeDefaults(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {({ roles }) => <DefaultsForm {...props} roles={roles} />}
    </WithRoles>
  );
}

function DefaultsForm({ environment, roles, onClose }: Props & { roles: RoleRow[] }) {
  const before = {
    creator: roles.find((role) => role.isDefaultCreator)?.name ?? '',
    member: roles.find((role) => role.isDefaultMember)?.name ?? '',
  };
  const form = useActionForm({
    name: 'role.set_defaults',
    environment,
    schema: setDefaultsInput,
    defaultValues: before,
    action: setDefaultRoles,
    check: ({ creator, member }) =>
      creator === before.creator && member === before.member
        ? { creator: 'Both are the defaults already.' }
        : null,
    onSuccess: onClose,
  });
  const [creator, member] = useWatch({ control: form.form.control, name: ['creator', 'member'] });
  return (
    <FormDialog
      form={form}
      title="Change the default roles"
      description="What people get where nobody names a role. Whoever has a role now keeps it."
      submitLabel="Save defaults"
      onClose={onClose}
    >
      <RoleField
        name="creator"
        label="For whoever creates an organization"
        help="Scalekit can set it to another role, but not to none."
        roles={roles}
        none={before.creator === '' ? 'Choose a role' : undefined}
      />
      <RoleField
        name="member"
        label="For new members"
        help="Organizations that chose a default of their own keep theirs."
        roles={roles}
        none={before.member === '' ? 'Choose a role' : undefined}
      />
      <section aria-label="Who gains and who loses" className="flex flex-col gap-2 border-t border-line pt-3">
        <h3 className="font-medium">Who gains and who loses</h3>
        <p>Nobody who is a member or invited now.</p>
        {before.creator && creator && creator !== before.creator ? (
          <NewPeople who="Creators" roles={roles} current={before.creator} chosen={creator} />
        ) : null}
        {before.member && member && member !== before.member ? (
          <NewPeople who="New members" roles={roles} current={before.member} chosen={member} />
        ) : null}
      </section>
    </FormDialog>
  );
}
