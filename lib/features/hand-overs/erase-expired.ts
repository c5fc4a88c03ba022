import 'server-only';
import { db } from '@/lib/db';

/**
 * Drops the ciphertext of every hand-over that has expired, in all environments. It runs when the console starts,
 * when a hand-over is made, when a list is read and when a link is looked at or pressed; taking checks the time by itself.
 * A partial index holds only rows with a ciphertext, so this costs one look.
 */
export async function eraseExpired(): Promise<void> {
  await db().$executeRaw`UPDATE hand_over SET sealed = NULL WHERE sealed IS NOT NULL AND expires_at <= now()`;
}
