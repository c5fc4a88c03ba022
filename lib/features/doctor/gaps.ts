import 'server-only';
import { toErrorView } from '@/lib/errors';
import { toAppError } from '@/lib/server/to-app-error';

/** What could not be read: as sentences, and by name what bears on every answer. */
export type Gaps = { sentences: string[]; unread: string[] };

const bearing = ['The login log', 'The users', 'The domains', 'The connections', 'The connection'];

/** A read that may fail: the rest of the evidence still counts, and the gap is named with its request id. */
export async function orGap<Answer>(
  call: Promise<Answer>,
  what: string,
  { sentences, unread }: Gaps,
): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    const { message, requestId } = toErrorView(toAppError(error));
    sentences.push(`${what} could not be read: ${message}${requestId ? ` (request ${requestId})` : ''}`);
    if (bearing.includes(what)) unread.push(what);
    return null;
  }
}
