import 'server-only';
import { db } from '@/lib/db';
import { checkAddress, EgressError } from '@/lib/egress';
import { AppError } from '@/lib/errors';
import type { ActivityPush } from '@/lib/generated/prisma/client';

/** @throws AppError not_found */
export async function findPush(environment: string, pushId: string): Promise<ActivityPush> {
  const push = await db().activityPush.findFirst({ where: { id: pushId, environment } });
  if (!push) throw gonePush();
  return push;
}

export const gonePush = () => new AppError('not_found', 'There is no such push any more.');

/** What a form says of a push beyond its shape. @throws AppError invalid, conflict; both beside the field */
export async function checkPush(
  environment: string,
  { name, url }: { name: string; url: string },
  own?: string,
): Promise<void> {
  const same = await db().activityPush.findFirst({
    where: { environment, name, ...(own ? { id: { not: own } } : {}) },
  });
  if (same) {
    const fieldErrors = { name: 'Another push has this name.' };
    throw new AppError('conflict', 'The name is taken.', { fieldErrors });
  }
  try {
    await checkAddress(url);
  } catch (cause) {
    if (!(cause instanceof EgressError)) throw cause;
    const fieldErrors = { url: cause.message };
    throw new AppError('invalid', 'Nothing can be sent to this address.', { fieldErrors, cause });
  }
}
