import 'server-only';
import type { AccessFacts } from '@/components/doctor/judge-access';
import { rolesBringing } from '@/components/doctor/judge-access';
import type { Result } from '@/lib/errors';
import { listDirectories } from '@/lib/features/directories/queries';
import { traceGroup } from '@/lib/features/group-trace/queries';
import type { GroupTrace } from '@/lib/features/group-trace/schema';
import { listOrganizationRoles } from '@/lib/features/roles/queries';
import { getUserAccess } from '@/lib/features/users/access';
import type { UserRow } from '@/lib/features/users/schema';
import { settle } from '@/lib/server/settle';

/** Each takes several calls. */
const mostTraces = 3;

type Asked = { environment: string; user: UserRow; organizationId: string; permission: string };

/** Everything that decides on one permission of one member: access, roles and directories at once, then the groups. */
export async function readAccessFacts(asked: Asked): Promise<Result<AccessFacts>> {
  const { environment, user, organizationId, permission } = asked;
  const [access, roles, directories] = await Promise.all([
    settle(getUserAccess(environment, { userId: user.id, organizationId })),
    settle(listOrganizationRoles(environment, { organizationId })),
    settle(listDirectories(environment, { organizationId })),
  ]);
  if (!access.ok) return access;
  if (!roles.ok) return roles;
  const facts = {
    permission,
    membership: user.memberships.find((one) => one.organizationId === organizationId) ?? null,
    access: access.data,
    roles: roles.data.roles,
    directories: directories.ok ? directories.data : null,
    traces: new Map<string, GroupTrace>(),
  };
  const has = access.data.permissions.some(({ name }) => name === permission);
  const bringing = has ? [] : rolesBringing(facts);
  const candidates = (facts.directories ?? [])
    .filter(
      ({ enabled, assignments }) => enabled && assignments.some((one) => bringing.includes(one.roleName)),
    )
    .slice(0, mostTraces);
  const traces = await Promise.all(
    candidates.map(async ({ id: directoryId }) => {
      const of = { organizationId, directoryId, person: user.email };
      return [directoryId, await settle(traceGroup(environment, of))] as const;
    }),
  );
  for (const [id, trace] of traces) if (trace.ok) facts.traces.set(id, trace.data);
  return { ok: true, data: facts };
}
