import 'server-only';

/** A measurement of this process's own clock, so it lives in this process. */
const offsets = new Map<string, { offsetMs: number; at: number }>();
const freshMs = 15 * 60_000;
/** The header has whole seconds: what it says lies in the middle of its second. */
const halfSecondMs = 500;

/** Notes what an answer's `Date` says beside our clock. `tookMs`: how long the answer took. */
export function noteClock(environment: string, headers: Headers, tookMs: number, now = Date.now()): void {
  const theirs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return;
  offsets.set(environment, { offsetMs: theirs + halfSecondMs - (now - tookMs / 2), at: now });
}

/** Scalekit's clock minus ours in milliseconds, to about a second; null when no answer of the last 15 minutes said. */
export function readClockOffset(environment: string, now = Date.now()): number | null {
  const noted = offsets.get(environment);
  return noted && Math.abs(now - noted.at) < freshMs ? Math.round(noted.offsetMs) : null;
}
