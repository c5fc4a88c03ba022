import 'server-only';
import type { Scope } from '@/lib/auth/principal';
import { mayReach, type Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { usersPb } from '@/lib/scalekit/services';

type Context = { principal: Principal; scalekit: ScalekitClient };

/**
 * The user, when this person may know of them: a person limited to some customers knows their users alone.
 * @throws AppError not_found
 */
export async function readUser(userId: string, { principal, scalekit }: Context): Promise<usersPb.User> {
  const { user } = await scalekit.users.getUser({ identities: { case: 'id', value: userId } });
  if (!user || !mayKnow(user, principal)) throw new AppError('not_found', `There is no user ${userId}.`);
  return user;
}

/** True when one of the user's organizations is among those that the person may see. */
export function mayKnow(user: usersPb.User, principal: Principal): boolean {
  if (principal.customers === 'all') return true;
  return user.memberships.some(({ organizationId }) => mayReach(principal, organizationId));
}

/**
 * What an act on the whole of a user touches: every organization that they belong to. A limited person may do it where
 * all of these are theirs; else it would reach into customers that they must not touch.
 */
export async function scopeOfUser(userId: string, { principal, scalekit }: Context): Promise<Scope> {
  const { user } = await scalekit.users.getUser({ identities: { case: 'id', value: userId } });
  const ids = user?.memberships.map(({ organizationId }) => organizationId) ?? [];
  const [first] = ids;
  const reached = ids.filter((id) => mayReach(principal, id));
  if (!first || (reached.length > 0 && reached.length < ids.length)) return { kind: 'environment' };
  return { kind: 'organization', organizationId: first };
}

/** What ending a session touches: the organization that it works in. @throws AppError not_found for another user's */
export async function scopeOfSession(
  { userId, sessionId }: { userId: string; sessionId: string },
  { scalekit }: Context,
): Promise<Scope> {
  const session = await scalekit.sessions.getSession({ sessionId });
  if (session.userId !== userId) throw new AppError('not_found', `This user has no session ${sessionId}.`);
  const { organizationId } = session;
  return organizationId ? { kind: 'organization', organizationId } : { kind: 'environment' };
}
