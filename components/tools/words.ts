import type { Tone } from '@/components/ui/tone';
import type { RunOutcome, ToolView } from '@/lib/features/tools/schema';

export const viewLabels: Record<ToolView, string> = {
  catalogue: 'The catalogue',
  available: 'What their active accounts can run',
  scoped: 'Once for each of their accounts',
};

/** Whose error a run ended in. */
export function outcomeWords(outcome: RunOutcome): { tone: Tone; label: string } {
  switch (outcome) {
    case 'ok':
      return { tone: 'success', label: 'Done' };
    case 'provider':
      return { tone: 'danger', label: "The provider's error" };
    case 'account':
      return { tone: 'warning', label: 'Account to connect again' };
    case 'input':
      return { tone: 'neutral', label: 'The input did not fit' };
    case 'scalekit':
      return { tone: 'danger', label: "Scalekit's error" };
    case 'unknown':
      return { tone: 'warning', label: 'Unknown' };
  }
}
