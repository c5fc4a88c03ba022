import { useWatch } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import type { RoleRow } from '@/lib/role-row';
import { inheritedFrom } from './inherited-from';
import { PermissionField, type PermissionSource } from './permission-field';
import { RoleField } from './role-field';

type Props = { roles: RoleRow[]; source: PermissionSource };

/** What a new role is called and brings. */
export function CreateRoleFields({ roles, source }: Props) {
  const base = useWatch({ name: 'extends' });
  return (
    <>
      <TextField
        name="name"
        label="Name in the API"
        mono
        autoFocus
        placeholder="billing_clerk"
        help="Letters, digits and underscores. It stands in tokens and cannot be changed later."
      />
      <TextField name="displayName" label="Display name" help="What people read." />
      <TextField name="description" label="Description" optional />
      <RoleField
        name="extends"
        label="Base role"
        help="The role has everything that its base has, now and later."
        roles={roles}
        none="None"
      />
      <PermissionField source={source} inherited={inheritedFrom(roles, base)} />
    </>
  );
}
