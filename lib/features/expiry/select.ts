import { formatCount } from '@/lib/format';
import { daysUntil } from './days-left';
import { type Expiring, shownAfterDays } from './schema';

/** Sorted by date, without what ran out long ago and nobody waits for. */
export function selectExpiring(rows: Expiring[], now = Date.now()): Expiring[] {
  return rows
    .filter(({ kind, expiresAt }) => kind === 'certificate' || daysUntil(expiresAt, now) >= -shownAfterDays)
    .sort((one, other) => Date.parse(one.expiresAt) - Date.parse(other.expiresAt));
}

/** `Of 1,240 API keys the first 30 were looked at.`; none when all were. */
export function gapOf(looked: number, total: number, nouns: string): string[] {
  return looked < total
    ? [`Of ${formatCount(total)} ${nouns}, the first ${formatCount(looked)} were looked at.`]
    : [];
}
