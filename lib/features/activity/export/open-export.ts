import 'server-only';
import { randomUUID } from 'node:crypto';
import { exportInput } from '@/lib/activity/export-format';
import { formats } from '@/lib/audit/activity/formats';
import { recordIntent, recordOutcome } from '@/lib/audit/staff-log';
import { can } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { defineQuery } from '@/lib/server/define-query';
import { countRows } from './count-rows';
import { exportPages } from './export-pages';

export type OpenedExport = {
  body: ReadableStream<Uint8Array>;
  contentType: string;
  fileName: string;
  /** How many rows are to come; null where counting takes too long. */
  total: number | null;
};

/** In one process at once: each keeps a connection of the pool busy. */
const mostAtOnce = 3;
let open = 0;

/**
 * Begins an export of the timeline under its filter; what is read is what the timeline shows to this person. The staff log
 * names who exported what, before the first row leaves and at the end.
 * Source: the activity cache and Keydesk's own records.
 * @throws AppError rate_limited when this process has enough of them already
 */
export const openExport = defineQuery({
  permission: 'activity.export',
  input: exportInput,
  scope: ({ organization }) =>
    organization ? { kind: 'organization', organizationId: organization } : { kind: 'assigned' },
  load: async (
    { format, environment: _same, ...filter },
    { environment, principal },
  ): Promise<OpenedExport> => {
    if (open >= mostAtOnce) {
      throw new AppError('rate_limited', 'Other exports are running. Try again when one of them has ended.');
    }
    const mayReadStaff = can(principal, 'staff_log.read');
    const selection = { environment, customers: principal.customers, mayReadStaff, filter };
    const used = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
    const intent = await recordIntent({
      environment,
      principal,
      action: 'activity.export',
      organizationId: filter.organization || undefined,
      target: { type: 'activity' },
      details: { format, filter: used },
      submissionId: randomUUID(),
    });
    const total = await countRows(selection);
    const { contentType, ending } = formats[format];
    const fileName = `activity-${environment}-${new Date().toISOString().slice(0, 10)}.${ending}`;
    return { body: toStream(exportPages(selection, format), intent), contentType, fileName, total };
  },
});

/** Reads a page only when the receiver has taken the last one, so that memory stays flat. */
function toStream(pages: ReturnType<typeof exportPages>, intent: bigint): ReadableStream<Uint8Array> {
  open += 1;
  let rows = 0;
  const end = async (outcome: 'ok' | 'failed', more: Record<string, unknown> = {}) => {
    open -= 1;
    await recordOutcome(intent, { outcome, details: { rows, ...more } }).catch((err) =>
      logger.error({ err }, 'The end of an export could not be logged'),
    );
  };
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await pages.next();
        if (done) {
          await end('ok');
          return controller.close();
        }
        rows += value.rows;
        controller.enqueue(encoder.encode(value.text));
      } catch (cause) {
        await end('failed');
        logger.error({ err: cause }, 'An export broke off');
        // The receiver must not take half of it for the whole.
        controller.error(cause);
      }
    },
    async cancel() {
      await pages.return(undefined);
      await end('ok', { cancelled: true });
    },
  });
}
