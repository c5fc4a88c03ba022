/** Deletions of so many minutes are counted together. */
export const windowMs = 10 * 60_000;
/** More than so many are an alarm in any directory. */
export const manyUsers = 20;
/** More than this share of a directory is one too, from so many deletions on: one leaver of a team of five is no alarm. */
export const largeShare = 0.1;
export const shareFrom = 3;

/** A stretch of deletions no longer than the window. Times are in milliseconds. */
export type Burst = { first: number; last: number; deleted: number };

/** The stretch of at most ten minutes, both ends included, with most deletions; null without any. */
export function worstBurst(times: number[]): Burst | null {
  const sorted = times.toSorted((one, other) => one - other);
  let worst: Burst | null = null;
  let start = 0;
  for (const [end, last] of sorted.entries()) {
    while (last - (sorted[start] ?? last) > windowMs) start += 1;
    const deleted = end - start + 1;
    if (!worst || deleted > worst.deleted) worst = { first: sorted[start] ?? last, last, deleted };
  }
  return worst;
}

/** @param usersBefore how many the directory had; null where that is not known */
export function isAlarming(deleted: number, usersBefore: number | null): boolean {
  if (deleted > manyUsers) return true;
  return usersBefore !== null && deleted >= shareFrom && deleted > usersBefore * largeShare;
}
