import 'server-only';
import { z } from 'zod';
import { activityFilter } from '@/lib/activity/filter';
import { mayReach, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { ActivityView } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import type { ActivityViewRow } from './schema';

type Context = { environment: string; principal: Principal };

const gone = () => new AppError('not_found', 'There is no such view. It may have been deleted.');

/**
 * The views of a person and those that others share, by name. A shared one that names a customer who is not theirs is
 * left out.
 */
export const listActivityViews = defineQuery({
  permission: 'activity.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<ActivityViewRow[]> => {
    const { staffId } = principal;
    const [views, chosen] = await Promise.all([
      db().activityView.findMany({
        where: { environment, OR: [{ ownerId: staffId }, { shared: true }] },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: 200,
      }),
      db().activityViewDefault.findUnique({
        where: { staffId_environment: { staffId, environment } },
      }),
    ]);
    return views
      .filter((view) => mayUse(view, principal))
      .map((view) => ({
        viewId: view.id,
        name: view.name,
        filter: activityFilter.parse(view.filter),
        shared: view.shared,
        own: view.ownerId === staffId,
        ownerEmail: view.ownerEmail,
        isDefault: view.id === chosen?.viewId,
      }));
  },
});

/** @throws AppError not_found */
export async function findUsableView(
  viewId: string,
  { environment, principal }: Context,
): Promise<ActivityView> {
  const view = await db().activityView.findFirst({ where: { id: viewId, environment } });
  if (!view || !mayUse(view, principal)) throw gone();
  return view;
}

/** @throws AppError not_found, forbidden where it is somebody else's */
export async function readOwnView(viewId: string, context: Context): Promise<ActivityView> {
  const view = await findUsableView(viewId, context);
  if (view.ownerId !== context.principal.staffId)
    throw new AppError('forbidden', `This view is ${view.ownerEmail}’s. Only they may change it.`);
  return view;
}

/** @throws AppError not_found for what nobody shares */
export async function readSharedView(viewId: string, context: Context): Promise<ActivityView> {
  const view = await findUsableView(viewId, context);
  if (!view.shared) throw gone();
  return view;
}

function mayUse(view: ActivityView, principal: Principal): boolean {
  if (view.ownerId === principal.staffId) return true;
  const { organization } = activityFilter.parse(view.filter);
  return view.shared && (organization === '' || mayReach(principal, organization));
}
