'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteRole } from '@/lib/features/roles/actions';
import { deleteRoleInput, type OrganizationRoles } from '@/lib/features/roles/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import type { RoleRow, RoleUse } from '@/lib/role-row';
import { countDirect } from './count-direct';
import { DeleteRoleFields } from './delete-role-fields';
import { GoneRole } from './gone-role';
import { stillCounting, useRoleUse } from './use-role-use';
import { displayNames } from './words';

type Props = LazyDialogProps & {
  environment: string;
  organizationId: string;
  list: OrganizationRoles;
  /** Where the role is no longer. */
  listHref: string;
};

/** Takes a role away and moves who has it; says first who gains and who loses. */
export default function DeleteRole(props: Props) {
  const role = props.list.roles.find(({ name, isOwn }) => isOwn && name === props.subject);
  if (!role) return <GoneRole onClose={props.onClose} />;
  return (
    <LiveQueries>
      <DeleteForm {...props} role={role} />
    </LiveQueries>
  );
}

function DeleteForm(props: Props & { role: RoleRow }) {
  const { environment, organizationId, list, listHref, role, onClose } = props;
  const router = useRouter();
  const { name } = role;
  const use = useRoleUse({ environment, organizationId, name });
  const extending = list.roles.filter((one) => one.extends === name).map((one) => one.name);
  const form = useActionForm({
    name: `organization_role.delete:${organizationId}:${name}`,
    environment,
    schema: deleteRoleInput,
    defaultValues: { organizationId, name, successor: '' },
    action: deleteRole,
    check: ({ successor }) => {
      if (use.isFetching) return { successor: stillCounting };
      const reason = successor ? null : reasonToReplace(role, extending.length, use.data);
      return reason ? { successor: reason } : null;
    },
    onSuccess: () => router.replace(listHref),
  });
  const successor = useWatch({ control: form.form.control, name: 'successor' });
  const query = successor ? `?reassign_role_name=${successor}` : '';
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(role.displayName)}?`}
      submitLabel="Delete role"
      effects={effectsOf(list, role, extending, use.data, use.error !== null)}
      call={{ method: 'DELETE', path: `/api/v1/organizations/${organizationId}/roles/${name}${query}` }}
      fields={
        <DeleteRoleFields
          roles={list.roles}
          role={role}
          use={use}
          reasonToReplace={reasonToReplace(role, extending.length, use.data)}
        />
      }
      onClose={onClose}
    >
      There is no way back: nothing remembers who had it.
    </ConfirmDialog>
  );
}

/** Why Scalekit would refuse to delete it without a successor, as far as is known. */
function reasonToReplace(role: RoleRow, extending: number, use: RoleUse | undefined): string | null {
  const direct = countDirect(role.name, use);
  if (direct > 0) return `Choose a role: ${formatQuantity(direct, 'person has', 'people have')} this one.`;
  if (extending > 0) return 'Choose a role: others extend this one.';
  return role.isDefaultMember ? 'Choose a role: this one is the default for new members.' : null;
}

function effectsOf(
  list: OrganizationRoles,
  role: RoleRow,
  extending: string[],
  use: RoleUse | undefined,
  failed: boolean,
): string[] {
  const effects: string[] = [];
  if (failed && !use) effects.push('Who has it, and which groups give it, could not be read.');
  if (use)
    effects.push(
      `${formatQuantity(countDirect(role.name, use), 'person loses', 'people lose')} the role itself.`,
    );
  if (extending.length > 0)
    effects.push(
      `${formatQuantity(extending.length, 'role extends', 'roles extend')} what takes its place: ${displayNames(list.roles, extending)}.`,
    );
  if (role.isDefaultMember) effects.push('New members get the role that takes its place.');
  if (use?.groups === null) effects.push('Whether groups of a directory give it could not be read.');
  else if (use && use.groups > 0)
    effects.push(
      `${formatQuantity(use.groups, 'directory group gives', 'directory groups give')} what takes its place.`,
    );
  return effects.length > 0 ? effects : ['Looking up what it leads to…'];
}
