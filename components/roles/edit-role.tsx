'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateRole } from '@/lib/features/roles/actions';
import { type OrganizationRoles, type RoleRow, updateRoleInput } from '@/lib/features/roles/schema';
import { isolate } from '@/lib/isolate';
import { heirsOf } from '@/lib/role-graph';
import { AccessChanges } from './access-changes';
import { GoneRole } from './gone-role';
import { inheritedFrom } from './inherited-from';
import { PermissionField } from './permission-field';
import { RoleField } from './role-field';
import { stillCounting, useRoleUse } from './use-role-use';
import { graphOf } from './words';

type Props = LazyDialogProps & { environment: string; organizationId: string; list: OrganizationRoles };

/** Changes what a role is called and what it brings; says first who gains and who loses. */
export default function EditRole(props: Props) {
  const role = props.list.roles.find(({ name, isOwn }) => isOwn && name === props.subject);
  if (!role) return <GoneRole onClose={props.onClose} />;
  return (
    <LiveQueries>
      <EditForm {...props} role={role} />
    </LiveQueries>
  );
}

function EditForm({ environment, organizationId, list, role, onClose }: Props & { role: RoleRow }) {
  const { name } = role;
  const use = useRoleUse({ environment, organizationId, name });
  const before = valuesOf(organizationId, role);
  const form = useActionForm({
    name: `organization_role.update:${organizationId}:${name}`,
    environment,
    schema: updateRoleInput,
    defaultValues: before,
    action: (request) =>
      updateRole({ ...request, input: { ...changed(before, request.input), organizationId, name } }),
    check: (input) => {
      const { extends: base, permissions } = changed(before, input);
      const field = permissions ? 'permissions' : base ? 'extends' : null;
      return field && use.isFetching ? { [field]: stillCounting } : null;
    },
    onSuccess: onClose,
  });
  const [base, permissions] = useWatch({ control: form.form.control, name: ['extends', 'permissions'] });
  const heirs = heirsOf(graphOf(list), name);
  const change = { kind: 'edit' as const, name, extends: base || null, permissions: permissions ?? [] };
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(role.displayName)}`}
      submitLabel="Save role"
      width="wide"
      onClose={onClose}
    >
      <TextField name="displayName" label="Display name" />
      <TextField
        name="description"
        label="Description"
        optional
        help="Empty keeps what there is: Scalekit cannot clear it."
      />
      <RoleField
        name="extends"
        label="Base role"
        help={
          role.extends
            ? 'To extend no role any more, take “Remove base role”.'
            : 'The role has everything that its base has, now and later.'
        }
        roles={list.roles.filter((one) => one.name !== name && !heirs.includes(one.name))}
        none={role.extends ? undefined : 'None'}
      />
      <PermissionField
        environment={environment}
        organizationId={organizationId}
        inherited={inheritedFrom(list, base)}
      />
      <AccessChanges roles={list.roles} change={change} use={use} />
    </FormDialog>
  );
}

type Values = ReturnType<typeof valuesOf>;

function valuesOf(organizationId: string, role: RoleRow) {
  const { name, displayName, permissions } = role;
  const description = role.description ?? '';
  return { organizationId, name, displayName, description, extends: role.extends ?? '', permissions };
}

/** Only what differs is sent: what somebody else has changed meanwhile stays. */
function changed(before: Values, after: Partial<Values>): Partial<Values> {
  const differs = (key: keyof Values) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return Object.fromEntries(Object.entries(after).filter(([key]) => differs(key as keyof Values)));
}
