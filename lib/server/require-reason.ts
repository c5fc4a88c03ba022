import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';

/** In production such a call reads or changes what belongs to a customer. @throws AppError invalid beside the field */
export function requireReason(reason: string, { inProduction }: Principal): void {
  if (!inProduction || reason.trim().length >= 3) return;
  const sentence = 'Say in a few words why: this is production, and the staff log keeps the reason.';
  throw new AppError('invalid', 'A reason is missing.', { fieldErrors: { reason: sentence } });
}
