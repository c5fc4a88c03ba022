import 'server-only';
import { createHash } from 'node:crypto';
import type { Target } from '@/lib/audit/staff-log';
import { needsSecondPerson } from '@/lib/auth/approvals.data';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal, Scope } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { formatRelativeTime } from '@/lib/format';
import type { Approval } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { maskAddresses } from '@/lib/mask-address';

const approvalHours = 24;
/** How long a request waits for its decision, and an approval for its act. */
export const approvalMs = approvalHours * 3_600_000;

/** An act that somebody is about to do, with what the staff log would say of it. */
export type WantedAct = {
  environment: string;
  principal: Principal;
  permission: Permission;
  scope: Scope;
  input: unknown;
  target: Target;
  details: Record<string, unknown>;
  reason?: string;
  ticket?: string;
};

/**
 * Lets an act through that needs no second person, or whose very input was approved by one: an approval is taken by this
 * and is good for nothing else. Otherwise a request is made, once, and the act is refused.
 * @returns the id of the approval that was taken, null where none is needed
 * @throws AppError needs_approval
 */
export async function takeApproval(wanted: WantedAct): Promise<string | null> {
  const { environment, principal, permission } = wanted;
  if (!needsSecondPerson.includes(permission)) return null;
  const isOn = await db().approvalSwitch.findUnique({ where: { environment } });
  if (!isOn) return null;
  const inputHash = hashOf(permission, wanted.input);
  const known = await db().approval.findFirst({
    where: {
      ...{ environment, permission, inputHash, requestedById: principal.staffId, usedAt: null },
      expiresAt: { gt: new Date() },
      state: { in: ['open', 'approved'] },
    },
    // An approved one before one that waits.
    orderBy: [{ state: 'asc' }, { id: 'desc' }],
  });
  if (known?.state === 'approved' && (await take(known))) return known.id;
  if (known?.state === 'open') throw waits(known);
  await db().approval.create({ data: { ...recordOf(wanted), inputHash } });
  throw new AppError(
    'needs_approval',
    'This needs a second person. Your request stands on the desk of everybody who may approve it; nothing was sent to Scalekit. Once it is approved, do the same here again.',
  );
}

/**
 * Does what was approved. An act that certainly did nothing gives its approval back; one whose end nobody knows may have
 * happened, and has spent it.
 */
export async function spendApproval<T>(id: string | null, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (id && cause instanceof AppError && !cause.unknown) await giveBack(id);
    throw cause;
  }
}

/** Never throws: what the act said counts more. */
async function giveBack(id: string): Promise<void> {
  try {
    await db().approval.update({ where: { id }, data: { usedAt: null } });
  } catch (err) {
    logger.warn({ err, approval: id }, 'An approval could not be given back');
  }
}

/** One UPDATE decides: of two acts at once one gets it. */
async function take({ id }: Approval): Promise<boolean> {
  const { count } = await db().approval.updateMany({
    where: { id, state: 'approved', usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

function waits({ requestedAt }: Approval): AppError {
  const since = formatRelativeTime(requestedAt);
  return new AppError(
    'needs_approval',
    `A second person has not decided on this yet: you asked ${since}. Nothing was sent to Scalekit.`,
  );
}

function recordOf({ environment, principal, permission, scope, target, details, reason, ticket }: WantedAct) {
  return {
    ...{ environment, permission, reason, ticket, scopeKind: scope.kind },
    organizationId: scope.kind === 'organization' ? scope.organizationId : null,
    targetType: target.type,
    targetId: target.id,
    details: JSON.parse(maskAddresses(JSON.stringify(details))),
    requestedById: principal.staffId,
    requestedByEmail: principal.email,
    expiresAt: new Date(Date.now() + approvalMs),
  };
}

/** Why and what was typed to confirm may be put otherwise the second time; everything else is what was approved. */
function hashOf(permission: Permission, input: unknown): string {
  const fields = Object.entries(input as object).filter(([name]) => !/^(reason|confirm[A-Z]\w*)$/.test(name));
  const json = JSON.stringify([permission, Object.fromEntries(fields)], inOrder);
  return createHash('sha256').update(json).digest('hex');
}

/** For `JSON.stringify`: the same fields in another order are the same input. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
