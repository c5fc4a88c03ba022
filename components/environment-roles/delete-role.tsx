'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { countDirect } from '@/components/roles/count-direct';
import { DeleteRoleFields } from '@/components/roles/delete-role-fields';
import { stillCounting } from '@/components/roles/use-role-use';
import { displayNames, peopleOf } from '@/components/roles/words';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteEnvironmentRole } from '@/lib/features/environment-roles/actions';
import { deleteEnvironmentRoleInput } from '@/lib/features/environment-roles/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import type { AccessUse } from '@/lib/role-changes';
import type { RoleRow } from '@/lib/role-row';
import { NoRole } from './no-role';
import { useEnvironmentRoleUse } from './use-environment-role-use';
import { WithRoles } from './with-roles';

type Props = LazyDialogProps & {
  environment: string;
  /** Where the role is no longer. */
  listHref: string;
};

/** Takes a role away everywhere and moves who has it; says first who gains and who loses. */
export default function DeleteRole(props: Props) {
  return (
    <WithRoles environment={props.environment} onClose={props.onClose}>
      {({ roles }) => {
        const role = roles.find(({ name }) => name === props.subject);
        return role ? (
          <DeleteForm {...props} roles={roles} role={role} />
        ) : (
          <NoRole onClose={props.onClose} />
        );
      }}
    </WithRoles>
  );
}

function DeleteForm({
  environment,
  listHref,
  roles,
  role,
  onClose,
}: Props & { roles: RoleRow[]; role: RoleRow }) {
  const router = useRouter();
  const { name } = role;
  const use = useEnvironmentRoleUse(environment, name);
  const extending = [...roles, ...(use.data?.heirs ?? [])].filter((one) => one.extends === name);
  const reason = reasonToReplace(role, extending.length, use.data);
  const form = useActionForm({
    name: `role.delete:${name}`,
    environment,
    schema: deleteEnvironmentRoleInput,
    defaultValues: { name, successor: '' },
    action: deleteEnvironmentRole,
    check: ({ successor }) => {
      if (use.isFetching) return { successor: stillCounting };
      return !successor && reason ? { successor: reason } : null;
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
      effects={effectsOf(
        roles,
        role,
        extending.map((one) => one.name),
        use.data,
        use.error !== null,
      )}
      call={{ method: 'DELETE', path: `/api/v1/roles/${name}${query}` }}
      fields={
        <DeleteRoleFields
          roles={roles}
          role={role}
          use={use}
          people={peopleOf.environment}
          reasonToReplace={reason}
        />
      }
      onClose={onClose}
    >
      Every organization loses it. There is no way back: nothing remembers who had it.
    </ConfirmDialog>
  );
}

/** Why Scalekit would refuse to delete it without a successor, as far as is known. */
function reasonToReplace(role: RoleRow, extending: number, use: AccessUse | undefined): string | null {
  const direct = countDirect(role.name, use);
  if (direct > 0)
    return `Choose a role: ${formatQuantity(direct, 'membership has', 'memberships have')} this one.`;
  if (extending > 0) return 'Choose a role: others extend this one.';
  const isDefault = role.isDefaultMember || role.isDefaultCreator;
  return isDefault ? 'Choose a role: this one is a default for new people.' : null;
}

function effectsOf(
  roles: RoleRow[],
  role: RoleRow,
  extending: string[],
  use: AccessUse | undefined,
  failed: boolean,
): string[] {
  if (!use && !failed) return ['Looking up what it leads to…'];
  const effects: string[] = [];
  if (!use) effects.push('Who has it could not be read.');
  else {
    const direct = countDirect(role.name, use);
    effects.push(`${formatQuantity(direct, 'membership loses', 'memberships lose')} the role itself.`);
  }
  if (extending.length > 0)
    effects.push(
      `${formatQuantity(extending.length, 'role extends', 'roles extend')} what takes its place: ${displayNames([...roles, ...(use?.heirs ?? [])], extending)}.`,
    );
  if (role.isDefaultMember) effects.push('New members get the role that takes its place.');
  if (role.isDefaultCreator) effects.push('Creators of organizations get the role that takes its place.');
  effects.push(
    'Directory groups that give it, give what takes its place. Scalekit lists them by organization only, so they are not counted.',
  );
  return effects;
}
