import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';

/** Passes an AppError through; anything else is logged whole under a reference and becomes `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const requestId = `kd_${randomUUID()}`;
  logger.error({ err: error, requestId }, 'Unexpected error');
  return new AppError(
    'internal',
    'Something failed inside Keydesk. Quote the reference to whoever runs it.',
    {
      requestId,
      cause: error,
    },
  );
}
