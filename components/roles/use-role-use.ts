import type { UseQueryResult } from '@tanstack/react-query';
import { useLiveQuery } from '@/components/live/live-query';
import type { ErrorView } from '@/lib/errors';
import type { AccessUse } from '@/lib/role-changes';
import type { RoleUse } from '@/lib/role-row';

type Role = { environment: string; organizationId: string; name: string };

/** Who has a role, read when a dialog opens. Needs `LiveQueries` around it. */
export function useRoleUse({ environment, organizationId, name }: Role) {
  return useLiveQuery<RoleUse>('roles.use', environment, { organizationId, name }, { staleTime: 0 });
}

/** Who a change concerns, as far as it is read. */
export type AccessUseQuery = Pick<
  UseQueryResult<AccessUse, ErrorView>,
  'isPending' | 'isFetching' | 'error' | 'data'
>;

/** Beside a field while nobody knows yet who the change concerns. */
export const stillCounting = 'Who gains and who loses is still being counted. Save again in a moment.';

/** Puts it beside the field that changes what people may do, if one does. */
export function besideAccess(changes: { extends?: string; permissions?: string[] }) {
  const field = changes.permissions ? 'permissions' : changes.extends ? 'extends' : null;
  return field ? { [field]: stillCounting } : null;
}
