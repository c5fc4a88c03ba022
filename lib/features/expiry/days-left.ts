const dayMs = 86_400_000;

/** Whole days from now; below zero when it is past. `now` in milliseconds. */
export function daysUntil(time: string, now = Date.now()): number {
  return Math.floor((Date.parse(time) - now) / dayMs);
}
