import { useLiveQuery } from '@/components/live/live-query';
import type { AccessUse } from '@/lib/role-changes';

/** Who has a role in any organization, read when a dialog opens. Needs `LiveQueries` around it. */
export function useEnvironmentRoleUse(environment: string, name: string) {
  return useLiveQuery<AccessUse>('environmentRoles.use', environment, { name }, { staleTime: 0 });
}
