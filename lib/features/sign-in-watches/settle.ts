import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { absentPrincipal } from '@/lib/auth/staff-principal';
import { db } from '@/lib/db';
import type { SignInWatch } from '@/lib/generated/prisma/client';
import { isWatched, type LoggedSignIn, summarizeSignIns } from '@/lib/server/sign-in-log';
import { tellOfSignIn } from './tell';

/**
 * Writes what lines of the log, newest first, say of a watch, and tells its maker of the first good sign-in, once.
 * @param checkedAt up to when all was read; null: not all was, and what stands there stays
 */
export async function settle(
  watch: SignInWatch,
  rows: LoggedSignIn[],
  checkedAt: Date | null,
): Promise<void> {
  const ours = rows.filter((row) => isWatched(row, watch) && row.at >= watch.createdAt.toISOString());
  const { success, failures } = summarizeSignIns(ours, watch);
  const checked = {
    checkedAt: checkedAt ?? watch.checkedAt,
    failures: Math.max(watch.failures, failures),
  };
  if (!success) {
    await db().signInWatch.updateMany({ where: { id: watch.id }, data: checked });
    return;
  }
  const seen = { seenRequestId: success.id, seenAt: new Date(success.at), seenEmail: success.email };
  // Of two workers at once one gets it, and it alone tells.
  const { count } = await db().signInWatch.updateMany({
    where: { id: watch.id, state: 'open' },
    data: { ...checked, ...seen, state: 'seen' },
  });
  if (count === 1 && (await mayStillKnow(watch))) await tellOfSignIn(watch, success);
}

async function mayStillKnow({ createdById, environment, organizationId }: SignInWatch): Promise<boolean> {
  const principal = await absentPrincipal(createdById, environment).catch(() => null);
  if (!principal) return false;
  return principal.customers === 'all' || mayReach(principal, organizationId ?? '');
}
