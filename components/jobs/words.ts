import type { Tone } from '@/components/ui/tone';
import type { ItemCounts, ItemState, JobRow, JobState } from '@/lib/features/jobs/schema';
import { formatCount } from '@/lib/format';

const kinds: Record<string, string> = {
  'member.invite': 'Invite people from a file',
  'connection.enable': 'Enable connections',
  'connection.disable': 'Disable connections',
  'session.end_of_organization': 'End all sessions of an organization',
  'api_key.revoke': 'Revoke API keys',
};

export function jobTitle({ kind }: Pick<JobRow, 'kind'>): string {
  return kinds[kind] ?? kind;
}

export const jobStateWords: Record<JobState, { tone: Tone; label: string }> = {
  running: { tone: 'info', label: 'Running' },
  paused: { tone: 'warning', label: 'Paused' },
  done: { tone: 'success', label: 'Done' },
  cancelled: { tone: 'neutral', label: 'Cancelled' },
};

export const itemStateWords: Record<ItemState, { tone: Tone; label: string }> = {
  waiting: { tone: 'neutral', label: 'Waiting' },
  sent: { tone: 'info', label: 'Under way' },
  ok: { tone: 'success', label: 'Done' },
  failed: { tone: 'danger', label: 'Failed' },
  skipped: { tone: 'neutral', label: 'Skipped' },
  unknown: { tone: 'warning', label: 'Unknown' },
};

export function countAll(counts: ItemCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Items that have come to an end, whatever it is. */
export function countHandled({ waiting, sent, ...ended }: ItemCounts): number {
  return Object.values(ended).reduce((sum, count) => sum + count, 0);
}

/** `963 done, 37 skipped`: what is not there is left out. */
export function describeCounts(counts: ItemCounts): string {
  const parts = (['ok', 'failed', 'skipped', 'unknown'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${formatCount(counts[state])} ${itemStateWords[state].label.toLowerCase()}`);
  return parts.join(', ') || 'nothing yet';
}
