import { useLiveQuery } from '@/components/live/live-query';
import type { RoleUse } from '@/lib/features/roles/schema';

type Role = { environment: string; organizationId: string; name: string };

/** Who has a role, read when a dialog opens. Needs `LiveQueries` around it. */
export function useRoleUse({ environment, organizationId, name }: Role) {
  return useLiveQuery<RoleUse>('roles.use', environment, { organizationId, name }, { staleTime: 0 });
}

export type RoleUseQuery = ReturnType<typeof useRoleUse>;

/** Beside a field while nobody knows yet who the change concerns. */
export const stillCounting = 'Who gains and who loses is still being counted. Save again in a moment.';
