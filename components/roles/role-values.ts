import type { RoleRow } from '@/lib/role-row';
import { mostPermissions } from '@/lib/role-rules';

/** What a form that edits a role starts from; without permissions where there are more than one write may hold. */
export function valuesOf(role: RoleRow) {
  const { name, displayName, permissions } = role;
  const description = role.description ?? '';
  return {
    name,
    displayName,
    description,
    extends: role.extends ?? '',
    permissions: permissions.length > mostPermissions ? undefined : permissions,
  };
}

type Values = ReturnType<typeof valuesOf>;

/** Only what differs is sent: what somebody else has changed meanwhile stays. */
export function changedValues(before: Values, after: Partial<Values>): Partial<Values> {
  const differs = (key: keyof Values) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const keys = Object.keys(before) as (keyof Values)[];
  return Object.fromEntries(
    keys.filter((key) => key in after && differs(key)).map((key) => [key, after[key]]),
  );
}
