import 'server-only';
import { AppError } from '@/lib/errors';
import type { rolesPb } from '@/lib/scalekit/services';

/** Scalekit refuses a name that is taken without naming the field: puts `sentence` beside it. Other errors stay. */
export function besideName(error: unknown, sentence: string): unknown {
  if (!(error instanceof AppError) || !/duplicate key|already exists/i.test(error.message)) return error;
  const { code, message, requestId } = error;
  return new AppError(code, message, { fieldErrors: { name: sentence }, requestId, cause: error });
}

/**
 * An edit with no permission at all: Scalekit would keep those that the role has, and say it is done.
 * @throws AppError invalid where the role has some
 */
export function refuseEmptying(role: rolesPb.Role | undefined, sentence: string): void {
  if (!role || role.permissions.length === 0) return;
  const fieldErrors = { permissions: sentence };
  throw new AppError('invalid', 'The role needs one permission of its own.', { fieldErrors });
}
