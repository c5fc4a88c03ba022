import type { Tone } from '@/components/ui/tone';
import type { RefusalReason, StreamView, SyncState } from '@/lib/features/activity-cache/schema';
import { formatMinutes, formatQuantity } from '@/lib/format';

export const streamWords: Record<StreamView['stream'], string> = {
  event: 'Events',
  login: 'Sign-ins',
  change: 'Found changes',
};

export const stateWords: Record<SyncState, { tone: Tone; label: string }> = {
  idle: { tone: 'success', label: 'Up to date' },
  running: { tone: 'info', label: 'Reading' },
  waiting: { tone: 'warning', label: 'Waiting' },
  refused: { tone: 'warning', label: 'Refused' },
  failed: { tone: 'danger', label: 'Failing' },
  done: { tone: 'success', label: 'Done' },
  stopped: { tone: 'neutral', label: 'Stopped' },
};

export const refusalWords: Record<RefusalReason, { name: string; hint: string }> = {
  signature: {
    name: 'Signature does not fit',
    hint: 'The secret in the settings is not that of the endpoint, or somebody else sent it.',
  },
  time: {
    name: 'More than five minutes off',
    hint: 'A replay, or one of the two clocks is wrong.',
  },
  headers: { name: 'No webhook headers', hint: 'Somebody else called the address, or a proxy removed them.' },
  size: { name: 'Larger than 1 MB', hint: 'No event of Scalekit’s is that large.' },
  shape: { name: 'No event', hint: 'It was signed, but its body is not JSON with an id and a type.' },
  no_secret: { name: 'No secret in the settings', hint: 'Without one nothing can be checked or taken.' },
};

const sizes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `48 kB`, `1.2 MB`, `3.4 GB` */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1024) return `${sizes.format(megabytes / 1024)} GB`;
  return megabytes >= 1 ? `${sizes.format(megabytes)} MB` : `${sizes.format(bytes / 1024)} kB`;
}

/** How long after it happened the newest row arrived. */
export function lagWords(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  if (milliseconds < 1_000) return 'under a second';
  const seconds = Math.floor(milliseconds / 1_000);
  return seconds < 60 ? formatQuantity(seconds, 'second') : formatMinutes(Math.floor(seconds / 60));
}
