import type { Tone } from '@/components/ui/tone';
import type { OnboardingStep, StepState } from '@/lib/features/onboarding/schema';

export const stateWords: Record<StepState, { tone: Tone; label: string }> = {
  done: { tone: 'success', label: 'Done' },
  open: { tone: 'neutral', label: 'Open' },
  unknown: { tone: 'warning', label: 'Not known' },
  not_needed: { tone: 'info', label: 'Not needed' },
};

export const whoWords: Record<NonNullable<OnboardingStep['who']>, string> = {
  us: 'Us',
  customer: 'Customer',
};

/** The picture in words: `3 of 6 steps done, 1 not known.` */
export function progressWords(steps: OnboardingStep[]): string {
  const count = (state: StepState) => steps.filter((step) => step.state === state).length;
  const unknown = count('unknown');
  const rest = unknown > 0 ? `, ${unknown} not known` : '';
  return `${count('done')} of ${steps.length - count('not_needed')} steps done${rest}`;
}
