import type { Tone } from '@/components/ui/tone';
import type { RankedCause, Verdict } from '@/lib/features/doctor/evidence';
import { type SignInActor, signInActors } from '@/lib/sign-in-errors.data';

export const verdictWords: Record<
  Verdict,
  { tone: 'info' | 'success' | 'warning' | 'danger'; label: string }
> = {
  found: { tone: 'danger', label: 'Known' },
  likely: { tone: 'warning', label: 'Most likely' },
  healthy: { tone: 'success', label: 'Healthy' },
  recovered: { tone: 'success', label: 'Works again' },
  unknown: { tone: 'info', label: 'Unknown' },
  nothing: { tone: 'info', label: 'No such sign-in' },
};

export const strengthWords: Record<RankedCause['strength'], { tone: Tone; label: string }> = {
  strong: { tone: 'danger', label: 'Much speaks for it' },
  fair: { tone: 'warning', label: 'Speaks for it' },
  weak: { tone: 'neutral', label: 'Possible' },
};

/** `Us, here in Keydesk.` */
export function actorWords(actor: SignInActor): string {
  const words = signInActors[actor];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const customerWords: Record<SignInActor, string> = {
  customer: 'your IT administrator',
  us: 'us',
  developer: 'our developers',
  person: 'the person who signs in',
  scalekit: 'our sign-in provider',
};

/** The same for the customer’s eyes. */
export const actorForCustomer = (actor: SignInActor) => customerWords[actor];
