'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { setDefaultRole } from '@/lib/features/roles/actions';
import { type OrganizationRoles, roleInput } from '@/lib/features/roles/schema';
import { NewPeople } from './new-people';
import { RoleField } from './role-field';

type Props = LazyDialogProps & { environment: string; organizationId: string; list: OrganizationRoles };

/** Chooses what new members of this organization get; says what they then may and may not. */
export default function DefaultRole({ environment, organizationId, list, subject, onClose }: Props) {
  const current = list.roles.find(({ isDefaultMember }) => isDefaultMember)?.name ?? null;
  const known = list.roles.some(({ name }) => name === subject);
  const form = useActionForm({
    name: `organization_role.set_default:${organizationId}:${subject}`,
    environment,
    schema: roleInput,
    defaultValues: { organizationId, name: known ? subject : (current ?? '') },
    action: setDefaultRole,
    check: ({ name }) => (name === current ? { name: 'This is the default already.' } : null),
    onSuccess: onClose,
  });
  const chosen = useWatch({ control: form.form.control, name: 'name' });
  return (
    <FormDialog
      form={form}
      title="Change the default role"
      description="What somebody gets who joins or is invited without a role. Members keep the roles that they have."
      submitLabel="Save default"
      onClose={onClose}
    >
      <RoleField
        name="name"
        label="Default for new members"
        help="Scalekit can set it to another role, but not back to whatever the environment says."
        roles={list.roles}
        none={current === null ? 'Choose a role' : undefined}
      />
      <section aria-label="Who gains and who loses" className="flex flex-col gap-2 border-t border-line pt-3">
        <h3 className="font-medium">Who gains and who loses</h3>
        <p>Nobody who is a member or invited now.</p>
        {current !== null && chosen && chosen !== current ? (
          <NewPeople who="New members" roles={list.roles} current={current} chosen={chosen} />
        ) : null}
      </section>
    </FormDialog>
  );
}
