import type { Tone } from '@/components/ui/tone';
import type { ConnectionRow, ConnectionStatus } from '@/lib/features/connections/schema';

export const connectionStatusWords: Record<ConnectionStatus, { tone: Tone; label: string }> = {
  draft: { tone: 'neutral', label: 'Draft' },
  in_progress: { tone: 'info', label: 'In progress' },
  completed: { tone: 'success', label: 'Complete' },
  other: { tone: 'neutral', label: 'Other' },
};

/** Whether people can sign in through it. */
export function enabledWords({ enabled }: Pick<ConnectionRow, 'enabled'>): { tone: Tone; label: string } {
  return enabled ? { tone: 'success', label: 'Enabled' } : { tone: 'warning', label: 'Disabled' };
}
