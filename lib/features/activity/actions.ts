'use server';
import { isEmptyFilter } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { defaultViewInput, saveViewInput, shareViewInput, viewInput, viewLimit } from './schema';
import { findUsableView, readOwnView, readSharedView } from './views';

/** Keeps a filter under a name. The staff log gets which keys it filters by, never their values. */
export const saveView = defineAction({
  permission: 'activity_view.save',
  input: saveViewInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ name, filter, isDefault }, { environment, principal }) => {
    if (isEmptyFilter(filter)) {
      const fieldErrors = { name: 'Nothing is filtered, so there is nothing to keep.' };
      throw new AppError('invalid', 'Set a filter first.', { fieldErrors });
    }
    const mine = { environment, ownerId: principal.staffId };
    const [same, count] = await Promise.all([
      db().activityView.count({ where: { ...mine, name } }),
      db().activityView.count({ where: mine }),
    ]);
    if (same > 0) {
      const fieldErrors = { name: 'You have a view of this name already.' };
      throw new AppError('conflict', 'The name is taken.', { fieldErrors });
    }
    if (count >= viewLimit)
      throw new AppError('conflict', `You have ${viewLimit} views already. Delete one first.`);
    const { id } = await db().activityView.create({
      data: { ...mine, name, filter, ownerEmail: principal.email },
    });
    if (isDefault) await setDefault(principal.staffId, environment, id);
    return { viewId: id };
  },
  audit: {
    target: () => ({ type: 'activity_view' }),
    details: ({ name, filter, isDefault }) => ({
      name,
      filtersBy: Object.entries(filter).flatMap(([key, value]) => (value === '' ? [] : [key])),
      isDefault,
    }),
    result: ({ viewId }) => ({ target: { type: 'activity_view', id: viewId } }),
  },
});

/** Makes a view the one that a person's timeline begins with; null for none. */
export const setDefaultView = defineAction({
  permission: 'activity_view.set_default',
  input: defaultViewInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ viewId }, { environment, principal }) => {
    if (viewId !== null) await findUsableView(viewId, { environment, principal });
    await setDefault(principal.staffId, environment, viewId);
  },
  audit: {
    target: ({ viewId }) => ({ type: 'activity_view', id: viewId ?? undefined }),
    details: () => ({}),
  },
});

/** Shows a view of one's own to everybody, or to nobody else any more. */
export const shareView = defineAction({
  permission: 'activity_view.share',
  input: shareViewInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ viewId, shared }, { environment, principal }) => {
    await readOwnView(viewId, { environment, principal });
    const others = { viewId, staffId: { not: principal.staffId } };
    await db().$transaction([
      db().activityView.updateMany({ where: { id: viewId, ownerId: principal.staffId }, data: { shared } }),
      // Nobody begins with what they cannot see.
      ...(shared ? [] : [db().activityViewDefault.deleteMany({ where: others })]),
    ]);
  },
  audit: {
    target: ({ viewId }) => ({ type: 'activity_view', id: viewId }),
    details: ({ shared }) => ({ shared }),
  },
});

/** Deletes a view of one's own, shared or not. */
export const deleteView = defineAction({
  permission: 'activity_view.delete',
  input: viewInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ viewId }, { environment, principal }) => {
    await readOwnView(viewId, { environment, principal });
    await db().activityView.deleteMany({ where: { id: viewId, ownerId: principal.staffId } });
  },
  audit: {
    target: ({ viewId }) => ({ type: 'activity_view', id: viewId }),
    details: () => ({}),
  },
});

/** Deletes a view that somebody else shares. */
export const deleteSharedView = defineAction({
  permission: 'activity_view.delete_any',
  input: viewInput,
  scope: () => ({ kind: 'assigned' }),
  run: async ({ viewId }, { environment, principal }) => {
    await readSharedView(viewId, { environment, principal });
    await db().activityView.deleteMany({ where: { id: viewId, environment, shared: true } });
  },
  audit: {
    target: ({ viewId }) => ({ type: 'activity_view', id: viewId }),
    details: () => ({}),
  },
});

async function setDefault(staffId: string, environment: string, viewId: string | null): Promise<void> {
  const key = { staffId, environment };
  if (viewId === null) {
    await db().activityViewDefault.deleteMany({ where: key });
    return;
  }
  await db().activityViewDefault.upsert({
    where: { staffId_environment: key },
    create: { ...key, viewId },
    update: { viewId },
  });
}
