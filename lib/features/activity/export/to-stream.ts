import 'server-only';
import { recordOutcome } from '@/lib/audit/staff-log';
import { logger } from '@/lib/logger';
import type { exportPages } from './export-pages';

const encoder = new TextEncoder();

/**
 * The pages of an export as a body. A page is read only when the receiver has taken the last one, so that memory stays
 * flat. However it ends, it ends once: the outcome is logged, then `leave` is called.
 */
export function toStream(
  pages: ReturnType<typeof exportPages>,
  intent: bigint,
  leave: () => void,
): ReadableStream<Uint8Array> {
  let rows = 0;
  let isOver = false;
  const end = async (outcome: 'ok' | 'failed', more: Record<string, unknown> = {}) => {
    await recordOutcome(intent, { outcome, details: { rows, ...more } }).catch((err) =>
      logger.error({ err }, 'The end of an export could not be logged'),
    );
    leave();
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value } = await pages.next();
        // The receiver left while the page was read, and `cancel` says so.
        if (isOver) return;
        if (value) {
          rows += value.rows;
          return controller.enqueue(encoder.encode(value.text));
        }
        isOver = true;
        await end('ok');
        controller.close();
      } catch (cause) {
        if (isOver) return;
        isOver = true;
        await end('failed');
        logger.error({ err: cause }, 'An export broke off');
        // The receiver must not take half of it for the whole.
        controller.error(cause);
      }
    },
    async cancel() {
      if (isOver) return;
      isOver = true;
      // It waits for the page that is being read: until then its connection is taken.
      await pages.return(undefined).catch(() => undefined);
      await end('ok', { cancelled: true });
    },
  });
}
