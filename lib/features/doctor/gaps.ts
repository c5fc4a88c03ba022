import 'server-only';
import { toErrorView } from '@/lib/errors';
import { toAppError } from '@/lib/server/to-app-error';

/** What could not be read: as sentences, and by name what bears on every answer. */
export type Missing = { gaps: string[]; unread: string[] };

/**
 * A read that may fail: the rest of the evidence still counts, and the gap is named with its request id.
 * @param what `The users`
 * @param unread gets the name too, where the read bears on every answer
 */
export async function orGap<Answer>(
  call: Promise<Answer>,
  what: string,
  gaps: string[],
  unread?: string[],
): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    const { message, requestId } = toErrorView(toAppError(error));
    gaps.push(`${what} could not be read: ${message}${requestId ? ` (request ${requestId})` : ''}`);
    unread?.push(what);
    return null;
  }
}
