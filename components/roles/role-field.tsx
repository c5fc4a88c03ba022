import { FormField } from '@/components/forms/form-field';
import { Select } from '@/components/ui/select';
import { isolate } from '@/lib/isolate';
import type { RoleRow } from '@/lib/role-row';

type Props = {
  /** `extends` for a base role, `successor` for the role that takes another's place. */
  name: string;
  label: string;
  help: string;
  roles: RoleRow[];
  /** What choosing none says; without it one must be chosen. */
  none?: string;
};

/** One of the organization's roles, told apart from the environment's. */
export function RoleField({ name, label, help, roles, none }: Props) {
  const own = roles.filter(({ isOwn }) => isOwn);
  const inherited = roles.filter(({ isOwn }) => !isOwn);
  return (
    <FormField name={name} label={label} help={help}>
      {(control) => (
        <Select {...control}>
          {none === undefined ? null : <option value="">{none}</option>}
          <Options label="Of this organization" roles={own} />
          <Options label="Of the environment" roles={inherited} />
        </Select>
      )}
    </FormField>
  );
}

function Options({ label, roles }: { label: string; roles: RoleRow[] }) {
  if (roles.length === 0) return null;
  return (
    <optgroup label={label}>
      {roles.map((role) => (
        <option key={role.name} value={role.name}>
          {role.displayName === role.name ? role.name : `${isolate(role.displayName)} (${role.name})`}
        </option>
      ))}
    </optgroup>
  );
}
