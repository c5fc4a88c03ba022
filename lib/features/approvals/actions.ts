'use server';
import type { Permission } from '@/lib/auth/permissions';
import { authorize } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '@/lib/server/action-definition';
import { approvalMs } from '@/lib/server/approval';
import { defineAction } from '@/lib/server/define-action';
import { scopeOf } from './rows';
import { decideInput, switchApprovalsInput, withdrawInput } from './schema';

const target = ({ approvalId }: { approvalId: string }) => ({ type: 'approval', id: approvalId });

/** Lets the one who asked do the very thing, once, within a day. */
export const approve = defineAction({
  permission: 'approval.approve',
  input: decideInput,
  scope: () => ({ kind: 'assigned' }),
  run: (input, context) => decide({ ...input, state: 'approved' }, context),
  audit: { target, details: () => ({}), result: (decided) => ({ details: decided }) },
});

/** Says no. Whoever asked may ask again. */
export const refuse = defineAction({
  permission: 'approval.refuse',
  input: decideInput,
  scope: () => ({ kind: 'assigned' }),
  run: (input, context) => decide({ ...input, state: 'refused' }, context),
  audit: { target, details: () => ({}), result: (decided) => ({ details: decided }) },
});

/** Takes one's own request back, approved or not. */
export const withdraw = defineAction({
  permission: 'approval.withdraw',
  input: withdrawInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ approvalId }, { environment, principal }) => {
    const { count } = await db().approval.updateMany({
      where: {
        ...{ id: approvalId, environment, requestedById: principal.staffId, usedAt: null },
        state: { in: ['open', 'approved'] },
      },
      data: { state: 'withdrawn' },
    });
    if (count === 0)
      throw new AppError('not_found', 'There is no such request of yours that can be withdrawn.');
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** From the next act on. Refused while nobody else could approve anything: it could not even be switched off again. */
export const switchApprovalsOn = defineAction({
  permission: 'approval.switch_on',
  input: switchApprovalsInput,
  scope: () => ({ kind: 'environment' }),
  run: async (_input, { environment, principal }) => {
    const others = await db().staff.count({
      where: {
        ...{ id: { not: principal.staffId }, effectiveRole: 'admin' },
        ...{ disabledAt: null, allCustomers: true },
      },
    });
    if (others === 0) {
      const words = 'There is no other administrator who could approve anything. Add one to the staff first.';
      throw new AppError('conflict', words);
    }
    await db().approvalSwitch.upsert({
      where: { environment },
      create: { environment, switchedOnByEmail: principal.email },
      update: {},
    });
    return null;
  },
  audit: { target: () => ({ type: 'environment' }), details: () => ({}) },
});

/** Needs a second person itself. */
export const switchApprovalsOff = defineAction({
  permission: 'approval.switch_off',
  input: switchApprovalsInput,
  scope: () => ({ kind: 'environment' }),
  run: async (_input, { environment }) => {
    await db().approvalSwitch.deleteMany({ where: { environment } });
    return null;
  },
  audit: { target: () => ({ type: 'environment' }), details: () => ({}) },
});

type Decision = { approvalId: string; comment: string; state: 'approved' | 'refused' };

/** By somebody else, who may do the act themselves, while it is open: one UPDATE settles a race of two deciders. */
async function decide({ approvalId, comment, state }: Decision, { environment, principal }: ActionContext) {
  const approval = await db().approval.findFirst({ where: { id: approvalId, environment } });
  if (!approval) throw new AppError('not_found', 'There is no such request.');
  const permission = approval.permission as Permission;
  authorize(principal, permission, scopeOf(approval));
  if (approval.requestedById === principal.staffId)
    throw new AppError('forbidden', 'A second person has to decide: you asked for this yourself.');
  const now = new Date();
  const { count } = await db().approval.updateMany({
    where: { id: approvalId, state: 'open', expiresAt: { gt: now } },
    data: {
      ...{ state, comment: comment || null, decidedByEmail: principal.email, decidedAt: now },
      ...(state === 'approved' && { expiresAt: new Date(now.getTime() + approvalMs) }),
    },
  });
  if (count === 0) throw new AppError('conflict', 'Somebody decided on this already, or it has run out.');
  return { permission, about: approval.targetId };
}
