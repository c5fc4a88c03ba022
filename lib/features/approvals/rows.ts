import 'server-only';
import type { Permission } from '@/lib/auth/permissions';
import { can, mayReach, type Principal, type Scope } from '@/lib/auth/principal';
import type { Approval } from '@/lib/generated/prisma/client';
import { readCustomerNames } from '@/lib/server/customer-names';
import type { ApprovalRow, ApprovalState } from './schema';

/** How it stands now. An approval that was taken is used, whenever it would have run out. */
export function stateOf({ state, usedAt, expiresAt }: Approval, now = new Date()): ApprovalState {
  if (usedAt) return 'used';
  const mayRunOut = state === 'open' || state === 'approved';
  return mayRunOut && expiresAt <= now ? 'expired' : (state as ApprovalState);
}

/** What somebody has to reach to decide on it, or to see it at all. */
export function scopeOf({ scopeKind, organizationId }: Approval): Scope {
  if (organizationId) return { kind: 'organization', organizationId };
  return { kind: scopeKind === 'assigned' ? 'assigned' : 'environment' };
}

/** True when it is about a customer of theirs, or they are limited to none. One's own is always seen. */
export function maySee(approval: Approval, principal: Principal): boolean {
  if (approval.requestedById === principal.staffId || principal.customers === 'all') return true;
  return approval.organizationId !== null && mayReach(principal, approval.organizationId);
}

/** Rows for a reader, with the customers' names. No call leaves. */
export async function toApprovalRows(
  environment: string,
  approvals: Approval[],
  principal: Principal,
): Promise<ApprovalRow[]> {
  const ids = approvals.flatMap(({ organizationId }) => organizationId ?? []);
  const names = await readCustomerNames(environment, [...new Set(ids)]);
  return approvals.map((approval) => toRow(approval, principal, names));
}

function toRow(approval: Approval, principal: Principal, names: Map<string, string>): ApprovalRow {
  const { id, organizationId, reason, ticket, requestedByEmail, decidedByEmail, comment } = approval;
  const permission = approval.permission as Permission;
  const state = stateOf(approval);
  const isOwn = approval.requestedById === principal.staffId;
  const scope = scopeOf(approval);
  return {
    ...{ id, permission, organizationId, reason, ticket, requestedByEmail, decidedByEmail, comment },
    ...{ state, isOwn },
    organizationName: organizationId ? (names.get(organizationId) ?? null) : null,
    target: { type: approval.targetType, id: approval.targetId },
    details: approval.details as Record<string, unknown>,
    requestedAt: approval.requestedAt.toISOString(),
    expiresAt: approval.expiresAt.toISOString(),
    decidedAt: approval.decidedAt?.toISOString() ?? null,
    mayDecide:
      state === 'open' &&
      !isOwn &&
      can(principal, 'approval.approve', scope) &&
      can(principal, permission, scope),
  };
}
