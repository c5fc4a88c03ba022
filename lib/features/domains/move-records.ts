import 'server-only';
import { mayReach, type Principal, type Scope } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import type { DomainMove } from '@/lib/generated/prisma/client';
import type { connectionsPb } from '@/lib/scalekit/services';
import type { ActionContext } from '@/lib/server/action-definition';

/**
 * A move touches two customers and needs both: the one that the person may not reach decides, else the first,
 * under which the staff log has it.
 */
export function scopeOfMove(principal: Principal, organizationId: string, other: string): Scope {
  const deciding = mayReach(principal, other) ? organizationId : other;
  return { kind: 'organization', organizationId: deciding };
}

type Move = Pick<
  DomainMove,
  'domain' | 'fromOrganizationId' | 'fromName' | 'toOrganizationId' | 'toName' | 'connectionIds'
>;

/** Notes a move before it begins. */
export async function recordMove({ environment, principal }: ActionContext, move: Move): Promise<void> {
  const by = { movedById: principal.staffId, movedByEmail: principal.email };
  await db().domainMove.create({ data: { environment, ...move, ...by } });
}

/** The ids of the connections that a domain led to when it was last taken from an organization. */
export async function ledToBefore(environment: string, organizationId: string, domain: string) {
  const last = await db().domainMove.findFirst({
    where: { environment, fromOrganizationId: organizationId, domain },
    orderBy: { movedAt: 'desc' },
    select: { connectionIds: true },
  });
  return last?.connectionIds ?? [];
}

/** Those of a customer's connections that a domain leads to. Lists may hold names or ids: that is not published. */
export function leadingTo(
  connections: connectionsPb.ListConnection[],
  { id, domain }: { id: string; domain: string },
): connectionsPb.ListConnection[] {
  return connections.filter(({ domains }) => domains.includes(id) || domains.includes(domain));
}
