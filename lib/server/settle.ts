import 'server-only';
import type { Result } from '@/lib/errors';
import { toErrorView } from '@/lib/errors';
import { toAppError } from './to-app-error';

/**
 * A query's answer as a Result, for pages that show an error in words and keep the rest of the page.
 * Letting it throw would lose the words: Next keeps the message of a server error from the browser.
 */
export async function settle<Row>(read: Promise<Row>): Promise<Result<Row>> {
  try {
    return { ok: true, data: await read };
  } catch (cause) {
    return { ok: false, error: toErrorView(toAppError(cause)) };
  }
}
