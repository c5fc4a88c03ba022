import 'server-only';
import { goesOnWhileFrozen } from '@/lib/auth/freeze.data';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { formatExactTime } from '@/lib/format';
import type { EnvironmentFreeze } from '@/lib/generated/prisma/client';

/** The freeze that an environment is under; null when there is none, or when its end has passed. Source: own record. */
export async function findFreeze(environment: string): Promise<EnvironmentFreeze | null> {
  const freeze = await db().environmentFreeze.findUnique({ where: { environment } });
  return freeze?.endsAt && freeze.endsAt.getTime() <= Date.now() ? null : freeze;
}

/**
 * Stops an act that would change something at Scalekit while the environment is frozen.
 * @throws AppError frozen
 */
export async function requireThaw(environment: string, permission: string): Promise<void> {
  if (goesOnWhileFrozen(permission)) return;
  const freeze = await findFreeze(environment);
  if (freeze) throw frozen(freeze);
}

function frozen({ environment, reason, startedByEmail, endsAt }: EnvironmentFreeze): AppError {
  const until = endsAt ? `until ${formatExactTime(endsAt)}` : 'until an administrator ends it';
  return new AppError(
    'frozen',
    `${environment} is frozen ${until}, so nothing was sent to Scalekit. ${startedByEmail} gave this reason: ${reason}`,
  );
}
