import 'server-only';
import type { ExportFormat } from '@/lib/activity/export-format';
import { formats } from '@/lib/audit/activity/formats';
import { db } from '@/lib/db';
import type { Place } from '@/lib/keyset';
import type { Selection } from '../branches';
import { mergedRows } from '../select-lines';

/** Rows per statement: large enough that the statement's start does not count, small enough to hold in memory. */
const pageRows = 5_000;

type Page = { rows: number; text: string | null; last: string | null };

/**
 * All rows of a selection as text, newest first, a page at a time: the header, then whole lines. Each page is a statement
 * of its own and goes on from the last row, so that no transaction stays open and retention may drop months meanwhile.
 * @throws Error when Postgres does not answer
 */
export async function* exportPages(
  selection: Selection,
  format: ExportFormat,
): AsyncGenerator<{ text: string; rows: number }> {
  const { header, line } = formats[format];
  if (header) yield { text: header, rows: 0 };
  let place: Place = null;
  for (;;) {
    const merged = mergedRows(selection, place, pageRows);
    if (!merged) return;
    const [page]: Page[] = await db().$queryRaw<Page[]>`
      SELECT count(*)::int AS rows, string_agg(line, E'\n' ORDER BY n) AS text,
        to_char((array_agg(at ORDER BY n))[count(*)], 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' ||
        (array_agg(stream || '~' || id ORDER BY n))[count(*)] AS last
      FROM (
        SELECT row_number() OVER () AS n, at, stream, id, ${line} AS line FROM (${merged}) AS lines
      ) AS numbered`;
    if (!page?.text || !page.last) return;
    yield { text: `${page.text}\n`, rows: page.rows };
    if (page.rows < pageRows) return;
    place = { direction: 'older', id: page.last };
  }
}
