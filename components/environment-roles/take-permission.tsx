'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { AccessChanges } from '@/components/roles/access-changes';
import { inheritedFrom } from '@/components/roles/inherited-from';
import { peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { removePermission } from '@/lib/features/environment-roles/actions';
import { removePermissionInput } from '@/lib/features/environment-roles/schema';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';
import { readCellSubject } from './cell-subject';
import { NoRole } from './no-role';
import { useEnvironmentRoleUse } from './use-environment-role-use';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & { environment: string };

/** Takes one permission from one role; says first who loses it. */
export default function TakePermission(props: Props) {
  const { environment, subject, onClose } = props;
  const { name, permission } = readCellSubject(subject);
  return (
    <WithRoles environment={environment} onClose={onClose}>
      {({ roles }) => {
        const role = roles.find((one) => one.name === name);
        if (!role) return <NoRole onClose={onClose} />;
        if (!role.permissions.includes(permission)) {
          return (
            <MessageDialog title="The role does not have this permission itself" onClose={onClose}>
              Somebody has taken it meanwhile, or a role that it extends brings it: then it is taken there.
            </MessageDialog>
          );
        }
        return <TakeForm {...props} roles={roles} role={role} permission={permission} />;
      }}
    </WithRoles>
  );
}

type FormProps = Props & { roles: RoleRow[]; role: RoleRow; permission: string };

function TakeForm({ environment, roles, role, permission, onClose }: FormProps) {
  const { name } = role;
  const use = useEnvironmentRoleUse(environment, name);
  const from = inheritedFrom(roles, role.extends ?? '').get(permission);
  const permissions = role.permissions.filter((one) => one !== permission);
  const form = useActionForm({
    name: `role.remove_permission:${name}:${permission}`,
    environment,
    schema: removePermissionInput,
    defaultValues: { name, permission },
    action: removePermission,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Take ${permission} from ${isolate(role.displayName)}?`}
      submitLabel="Take permission"
      call={{ method: 'DELETE', path: `/api/v1/roles/${name}/permissions/${permission}` }}
      fields={
        <AccessChanges
          roles={roles}
          change={{ kind: 'edit', name, extends: role.extends, permissions }}
          use={use}
          people={peopleOf.environment}
        />
      }
      onClose={onClose}
    >
      {from
        ? `It keeps the permission from ${from}: that has to be changed there, or the base role removed.`
        : 'It counts in every organization, at the next sign-in or token.'}
      {permissions.length === 0 ? ' It is the last one of its own.' : ''}
    </ConfirmDialog>
  );
}
