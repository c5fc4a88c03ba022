'use client';

import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { mapRoles } from '@/lib/features/directories/actions';
import { type DirectoryGroupRow, mapRolesInput } from '@/lib/features/directories/schema';
import { AssignmentFields } from './assignment-fields';
import type { OfDirectory, RoleChoice } from './dialogs';
import { RoleChangeNotice } from './role-change-notice';
import { describeRoleChanges } from './role-changes';

type Props = LazyDialogProps & OfDirectory & { groups: DirectoryGroupRow[]; roles: RoleChoice[] };

/** Says which groups bring which roles, and shows in words whose roles change. */
export default function MapRoles(props: Props) {
  const { environment, organizationId, directory, groups, roles, onClose } = props;
  const { assignments } = directory;
  const about = { environment, organizationId, directoryId: directory.id };
  const form = useActionForm({
    name: `directory.map_roles:${directory.id}`,
    environment,
    schema: mapRolesInput,
    defaultValues: { organizationId, directoryId: directory.id, assignments },
    action: mapRoles,
    onSuccess: onClose,
  });
  const typed = useWatch({ control: form.form.control, name: 'assignments' });
  const changes = describeRoleChanges(assignments, typed, { groups, roles });
  const lost = assignments.filter(({ groupId }) => groups.every(({ id }) => id !== groupId));
  const groupOptions = [
    ...groups.map(({ id, name, users }) => ({ value: id, label: `${name} (${users})` })),
    ...lost.map(({ groupId }) => ({ value: groupId, label: `${groupId} (not tracked)` })),
  ];
  const known = new Set(roles.map(({ name }) => name));
  const roleOptions = [
    ...roles.map(({ name, displayName }) => ({ value: name, label: displayName })),
    ...assignments.flatMap(({ roleName }) =>
      known.has(roleName) ? [] : [{ value: roleName, label: roleName }],
    ),
  ];
  return (
    <FormDialog
      form={form}
      title="Map groups to roles"
      description="What stands here replaces the mapping as it is. A group may bring several roles."
      submitLabel="Save mapping"
      width="wide"
      onClose={onClose}
    >
      <AssignmentFields name="assignments" groups={groupOptions} roles={roleOptions} />
      <RoleChangeNotice {...about} changes={changes} />
    </FormDialog>
  );
}
