import type { Tone } from '@/components/ui/tone';
import type { PushFormat, PushView } from '@/lib/features/activity-push/schema';

export const stateWords: Record<PushView['state'], { tone: Tone; label: string }> = {
  delivering: { tone: 'success', label: 'Delivering' },
  failing: { tone: 'warning', label: 'Failing' },
  paused: { tone: 'neutral', label: 'Paused' },
  gave_up: { tone: 'danger', label: 'Paused after failing' },
};

export const formatWords: Record<PushFormat, string> = {
  jsonl: 'JSON Lines',
  ocsf: 'OCSF 1.3.0',
};

/** What a push tells, as one line. */
export function tellsWords({ types, outcome, staff }: Pick<PushView, 'types' | 'outcome' | 'staff'>): string {
  const what = types.length === 0 ? 'All types' : types.join(', ');
  const how = outcome === '' ? '' : outcome === 'ok' ? ', only what worked' : ', only what failed';
  return `${what}${how}${staff ? ', with the staff log' : ', without the staff log'}`;
}
