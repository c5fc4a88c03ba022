import { useWatch } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import { heirsOf, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { mostPermissions } from '@/lib/role-rules';
import { AccessChanges } from './access-changes';
import { inheritedFrom } from './inherited-from';
import { PermissionField, type PermissionSource } from './permission-field';
import { RoleField } from './role-field';
import type { AccessUseQuery } from './use-role-use';
import type { PeopleWords } from './words';

type Props = {
  /** All that count where the role counts. */
  roles: RoleRow[];
  role: RoleRow;
  source: PermissionSource;
  use: AccessUseQuery;
  people?: PeopleWords;
};

/** What a role is called and brings, with who gains and who loses as it is typed. */
export function EditRoleFields({ roles, role, source, use, people }: Props) {
  const { name } = role;
  const [base, permissions = role.permissions] = useWatch({ name: ['extends', 'permissions'] });
  const heirs = heirsOf(roleGraph(roles), name);
  const change = { kind: 'edit' as const, name, extends: base || null, permissions };
  return (
    <>
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
        roles={roles.filter((one) => one.name !== name && !heirs.includes(one.name))}
        none={role.extends ? undefined : 'None'}
      />
      {role.permissions.length > mostPermissions ? (
        <p className="text-quiet">
          It has more permissions of its own than one edit may send. They stay; add and take them apart from
          this.
        </p>
      ) : (
        <PermissionField source={source} inherited={inheritedFrom(roles, base)} />
      )}
      <AccessChanges roles={roles} change={change} use={use} people={people} />
    </>
  );
}
