'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { removeRoleBase } from '@/lib/features/roles/actions';
import { type OrganizationRoles, roleInput } from '@/lib/features/roles/schema';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';
import { AccessChanges } from './access-changes';
import { GoneRole } from './gone-role';
import { useRoleUse } from './use-role-use';
import { displayNameOf } from './words';

type Props = LazyDialogProps & { environment: string; organizationId: string; list: OrganizationRoles };

/** Makes a role stand alone; says first who loses what. */
export default function RemoveBase(props: Props) {
  const role = props.list.roles.find(({ name, isOwn }) => isOwn && name === props.subject);
  if (!role?.extends) return <GoneRole onClose={props.onClose} />;
  return (
    <LiveQueries>
      <RemoveForm {...props} role={role} base={role.extends} />
    </LiveQueries>
  );
}

type FormProps = Props & { role: RoleRow; base: string };

function RemoveForm({ environment, organizationId, list, role, base, onClose }: FormProps) {
  const { name, permissions } = role;
  const use = useRoleUse({ environment, organizationId, name });
  const form = useActionForm({
    name: `organization_role.remove_base:${organizationId}:${name}`,
    environment,
    schema: roleInput,
    defaultValues: { organizationId, name },
    action: removeRoleBase,
    onSuccess: onClose,
  });
  const change = { kind: 'edit' as const, name, extends: null, permissions };
  return (
    <ConfirmDialog
      form={form}
      title={`Remove the base role of ${isolate(role.displayName)}?`}
      submitLabel="Remove base role"
      call={{ method: 'DELETE', path: `/api/v1/organizations/${organizationId}/roles/${name}/base` }}
      fields={<AccessChanges roles={list.roles} change={change} use={use} />}
      onClose={onClose}
    >
      <bdi>{role.displayName}</bdi> no longer extends {displayNameOf(list.roles, base)}: it keeps the
      permissions of its own.
    </ConfirmDialog>
  );
}
