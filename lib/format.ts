const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const grouped = new Intl.NumberFormat('en');
const and = new Intl.ListFormat('en', { type: 'conjunction' });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  { below: hour, size: minute, unit: 'minute' },
  { below: day, size: hour, unit: 'hour' },
  { below: 30 * day, size: day, unit: 'day' },
  { below: 365 * day, size: 30 * day, unit: 'month' },
  { below: Number.POSITIVE_INFINITY, size: 365 * day, unit: 'year' },
] as const;

type Moment = Date | string | number;

/** `3 minutes ago`, `in 6 days`, `just now` below a minute. Cuts, never rounds up: a month is 30 days. */
export function formatRelativeTime(moment: Moment, now: Moment = Date.now()): string {
  const delta = new Date(moment).getTime() - new Date(now).getTime();
  const distance = Math.abs(delta);
  if (Number.isNaN(delta)) return 'unknown time';
  if (distance < minute) return delta > 0 ? 'in less than a minute' : 'just now';
  const { size, unit } = steps.find((step) => distance < step.below) ?? steps[4];
  return relative.format(Math.sign(delta) * Math.floor(distance / size), unit);
}

/** `21 Nov 2026, 14:03:12 UTC`: the exact time with its zone, UTC unless another is named. */
export function formatExactTime(moment: Moment, timeZone = 'UTC'): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return 'unknown time';
  return exactFormat(timeZone).format(date);
}

const exactFormats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does, and a list has fifty times to write.
function exactFormat(timeZone: string): Intl.DateTimeFormat {
  const made = exactFormats.get(timeZone);
  if (made) return made;
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  });
  exactFormats.set(timeZone, format);
  return format;
}

/** `0:59`, `12:05`, `1:00:00`: what is left of a countdown; never below zero. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** `1,240` */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** `1 session`, `14 sessions`, `0 API keys`. Give the plural where it is more than an added s. */
export function formatQuantity(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** `30 days`, `6 hours`, `1 hour and 24 minutes`: a length of time in whole minutes. */
export function formatMinutes(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, noun]) => formatQuantity(count, noun));
  return told.length === 0 ? '0 minutes' : formatList(told);
}

/** `1–50 of 1,240`; without a total (the API does not always know it) `1–50`. */
export function formatRange(first: number, size: number, total?: number): string {
  if (size === 0) return total === undefined ? 'None' : `0 of ${formatCount(total)}`;
  const span = size === 1 ? formatCount(first) : `${formatCount(first)}–${formatCount(first + size - 1)}`;
  return total === undefined ? span : `${span} of ${formatCount(total)}`;
}

/** `SSO`, `SSO and SCIM`, `SSO, SCIM, and domains` */
export function formatList(words: readonly string[]): string {
  return and.format(words);
}

/** `Try again in 12 seconds.` from the delay a server asked for. */
export function formatRetryAfter(milliseconds: number): string {
  return `Try again in ${formatQuantity(Math.max(1, Math.ceil(milliseconds / 1000)), 'second')}.`;
}
