'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { AccessChanges } from '@/components/roles/access-changes';
import { inheritedFrom } from '@/components/roles/inherited-from';
import { peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { addPermissions } from '@/lib/features/environment-roles/actions';
import { addPermissionsInput } from '@/lib/features/environment-roles/schema';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';
import { readCellSubject } from './cell-subject';
import { NoRole } from './no-role';
import { useEnvironmentRoleUse } from './use-environment-role-use';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

/** Gives one permission to one role; says first who gains it. */
export default function GivePermission(props: Props) {
  const { environment, subject, onClose } = props;
  const { name, permission } = readCellSubject(subject);
  return (
    <WithRoles environment={environment} onClose={onClose}>
      {({ roles }) => {
        const role = roles.find((one) => one.name === name);
        if (!role || permission === '') return <NoRole onClose={onClose} />;
        if (role.permissions.includes(permission)) {
          return (
            <MessageDialog title="The role has this permission" onClose={onClose}>
              Somebody has given it meanwhile.
            </MessageDialog>
          );
        }
        return <GiveForm {...props} roles={roles} role={role} permission={permission} />;
      }}
    </WithRoles>
  );
}

type FormProps = Props & { roles: RoleRow[]; role: RoleRow; permission: string };

function GiveForm({ environment, roles, role, permission, onClose }: FormProps) {
  const { name } = role;
  const use = useEnvironmentRoleUse(environment, name);
  const from = inheritedFrom(roles, role.extends ?? '').get(permission);
  const form = useActionForm({
    name: `role.add_permissions:${name}:${permission}`,
    environment,
    schema: addPermissionsInput,
    defaultValues: { name, permissions: [permission] },
    action: addPermissions,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Give ${permission} to ${isolate(role.displayName)}?`}
      submitLabel="Give permission"
      onClose={onClose}
    >
      <p>
        {from
          ? `It has the permission from ${from} already. Given itself, it keeps it when that changes.`
          : 'It counts in every organization.'}
      </p>
      <AccessChanges
        roles={roles}
        change={{ kind: 'edit', name, extends: role.extends, permissions: [...role.permissions, permission] }}
        use={use}
        people={peopleOf.environment}
      />
    </FormDialog>
  );
}
