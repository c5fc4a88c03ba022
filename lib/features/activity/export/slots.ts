import 'server-only';
import { AppError } from '@/lib/errors';

/** In one process at once: each keeps a connection of the pool busy. */
export const mostAtOnce = 3;

// On the global object, since Next bundles this module more than once.
const holder = globalThis as typeof globalThis & { keydeskExports?: number };

/**
 * Takes one of the places for exports.
 * @returns gives it back; more than once does no harm
 * @throws AppError rate_limited when none is free
 */
export function takeSlot(): () => void {
  const taken = holder.keydeskExports ?? 0;
  if (taken >= mostAtOnce) {
    throw new AppError('rate_limited', 'Other exports are running. Try again when one of them has ended.');
  }
  holder.keydeskExports = taken + 1;
  let isMine = true;
  return () => {
    if (!isMine) return;
    isMine = false;
    holder.keydeskExports = (holder.keydeskExports ?? 1) - 1;
  };
}
