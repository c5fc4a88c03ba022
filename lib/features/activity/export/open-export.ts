import 'server-only';
import { randomUUID } from 'node:crypto';
import { exportInput } from '@/lib/activity/export-format';
import { formats } from '@/lib/audit/activity/formats';
import { recordIntent, recordOutcome } from '@/lib/audit/staff-log';
import { defineQuery } from '@/lib/server/define-query';
import { toAppError } from '@/lib/server/to-app-error';
import { selectionFor } from '../selection-for';
import { countRows } from './count-rows';
import { describeFilter } from './describe-filter';
import { exportPages } from './export-pages';
import { takeSlot } from './slots';
import { toStream } from './to-stream';

export type OpenedExport = {
  body: ReadableStream<Uint8Array>;
  contentType: string;
  fileName: string;
  /** How many rows are to come; null where counting takes too long. */
  total: number | null;
};

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
    const selection = selectionFor(environment, principal, filter);
    const { ids, ...described } = describeFilter(filter);
    // Before anything is awaited: else many look at the same free slot.
    const leave = takeSlot();
    try {
      const intent = await recordIntent({
        environment,
        principal,
        action: 'activity.export',
        organizationId: ids.organization,
        target: { type: 'activity' },
        details: { format, ...described, ids },
        submissionId: randomUUID(),
      });
      const total = await countRows(selection).catch(async (cause) => {
        const { code } = toAppError(cause);
        await recordOutcome(intent, { outcome: 'failed', errorCode: code, details: { rows: 0 } });
        throw cause;
      });
      const { contentType, ending } = formats[format];
      const fileName = `activity-${environment}-${new Date().toISOString().slice(0, 10)}.${ending}`;
      return { body: toStream(exportPages(selection, format), intent, leave), contentType, fileName, total };
    } catch (cause) {
      leave();
      throw cause;
    }
  },
});
