/** A row with its time, ISO 8601 in UTC. */
export type Dated = { at: string };

/**
 * The newest rows of one source, newest first. `endsAt` is the time of the last that was read, where there are more;
 * null where the source ends here.
 */
export type Stretch<Row extends Dated> = { rows: Row[]; endsAt: string | null };

/**
 * Rows of several sources in one order, newest first. What is older than the end of a source that has more is left for
 * the next page, since rows of that source belong between.
 * @returns `before`: where the next page begins; null on the last
 */
export function mergeByTime<Row extends Dated>(
  stretches: Stretch<Row>[],
): { rows: Row[]; before: string | null } {
  const ends = stretches.flatMap(({ endsAt }) => endsAt ?? []);
  const before = ends.sort().at(-1) ?? null;
  const rows = stretches
    .flatMap((stretch) => stretch.rows)
    .filter(({ at }) => before === null || at >= before)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return { rows, before };
}
