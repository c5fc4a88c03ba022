const minute = 60_000;

/**
 * How long a one-minute link that has just arrived still lives. The browser's clock may be minutes off
 * Scalekit's; an answer that cannot be true means that, and the link then has its whole minute.
 */
export function millisecondsLeft(expiresAt: string, now: number): number {
  const left = Date.parse(expiresAt) - now;
  return left > 0 && left <= minute ? left : minute;
}
