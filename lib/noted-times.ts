/**
 * Times that a process notes in Postgres to wait by. A clock that jumped ahead when it noted them leaves dates far in the
 * future behind, which would stop everything until then.
 */

/** Two machines' clocks may differ by so much without anybody's fault. */
const skewMs = 60_000;

/** Whether a wait that was noted still holds: one that ends later than the longest wait could was noted by a wrong clock. */
export function isWaiting(until: Date | null, longestMs: number, now = Date.now()): boolean {
  return until !== null && until.getTime() > now && until.getTime() <= now + longestMs + skewMs;
}

/** Whether what was done last at `last` is to be done again: so it is when it never was, or at a time to come. */
export function isDueAgain(last: Date | null, everyMs: number, now = Date.now()): boolean {
  return last === null || now - last.getTime() > everyMs || isAhead(last, now);
}

/** Whether a time that was noted as past lies in the future. */
export function isAhead(time: Date, now = Date.now()): boolean {
  return time > firstAhead(now);
}

/** Times after this one cannot have been noted as past by a right clock. */
export function firstAhead(now = Date.now()): Date {
  return new Date(now + skewMs);
}
