/** `2026-11-28T14:03` in the browser's zone, as `<input type="datetime-local">` wants it; empty for no time. */
export function toLocalInput(utc: unknown): string {
  const date = typeof utc === 'string' ? new Date(utc) : null;
  if (!date || Number.isNaN(date.getTime())) return '';
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** ISO 8601 in UTC from what the input holds; null while it is empty or half typed. */
export function toUtc(local: string): string | null {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
