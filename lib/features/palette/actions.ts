'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { wakeWalk } from '@/lib/server/search-index/walk-handler';
import { noInput, pinInput, pinnedAtMost } from './schema';

/** Keeps a customer at hand, for whoever presses. Doing it twice is doing it once. */
export const pinOrganization = defineAction({
  permission: 'search.pin',
  input: pinInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId }, { environment, principal: { staffId }, scalekit }) => {
    const where = { staffId, environment };
    const pinned = await db().staffPin.findMany({ where, select: { organizationId: true } });
    if (pinned.some((one) => one.organizationId === organizationId)) return null;
    if (pinned.length >= pinnedAtMost)
      throw new AppError('conflict', `You have pinned ${pinnedAtMost} customers. Unpin one first.`);
    const identities = { case: 'id', value: organizationId } as const;
    const { organization } = await scalekit.organizations.getOrganization({ identities });
    const title = organization?.displayName ?? organizationId;
    await db().staffPin.createMany({ data: { ...where, organizationId, title }, skipDuplicates: true });
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: () => ({}),
  },
});

/** Lets go of a pinned customer. */
export const unpinOrganization = defineAction({
  permission: 'search.unpin',
  input: pinInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId }, { environment, principal: { staffId } }) => {
    await db().staffPin.deleteMany({ where: { staffId, environment, organizationId } });
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: () => ({}),
  },
});

/** Walks through the whole environment soon. One that is on its way goes on. */
export const walkNow = defineAction({
  permission: 'search.walk',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  run: async (_input, { environment }) => {
    const requestedAt = new Date();
    await db().searchWalk.upsert({
      where: { environment },
      create: { environment, requestedAt },
      update: { requestedAt },
    });
    await wakeWalk(environment);
    return null;
  },
  audit: { target: () => ({ type: 'search_index' }), details: () => ({}) },
});
