import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { db } from '@/lib/db';

const batch = 500;
const header = ['number', 'item', 'key', 'state', 'what happened', 'request id', 'finished'];

/**
 * A job's report as CSV, in pieces, so that a long one is never whole in memory. A cell that a spreadsheet would run
 * as a formula gets an apostrophe in front. The caller has checked who asks.
 */
export async function* writeReport(jobId: string): AsyncGenerator<string> {
  // The mark tells Excel that it is UTF-8.
  yield `\uFEFF${toCsv([header])}`;
  let position = 0;
  for (;;) {
    const items = await db().bulkItem.findMany({
      where: { jobId, position: { gt: position } },
      orderBy: { position: 'asc' },
      take: batch,
    });
    if (items.length > 0) {
      yield toCsv(
        items.map((item) => [
          item.position,
          item.label,
          item.key,
          item.state,
          item.sentence ?? '',
          item.requestId ?? '',
          item.finishedAt?.toISOString() ?? '',
        ]),
      );
    }
    if (items.length < batch) return;
    position = items.at(-1)?.position ?? position;
  }
}

function toCsv(rows: (string | number)[][]): string {
  return stringify(rows, { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' });
}
