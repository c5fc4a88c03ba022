import type { OnboardingStep } from './schema';

type Start = Pick<OnboardingStep, 'name' | 'place'> & { placeId?: string | null };

/** The four ways in which a step can stand, for one step. */
export function stepOf({ name, place, placeId = null }: Start) {
  const make = (
    state: OnboardingStep['state'],
    evidence: string,
    who: OnboardingStep['who'] = null,
    act: string | null = null,
  ): OnboardingStep => ({ name, place, placeId, state, evidence, who, act });
  return {
    done: (evidence: string) => make('done', evidence),
    notNeeded: (evidence: string) => make('not_needed', evidence),
    open: (evidence: string, who: 'us' | 'customer', act: string) => make('open', evidence, who, act),
    /** Comes after another step: nobody has to do anything about it yet. */
    later: (evidence: string) => make('open', evidence),
    unknown: (evidence: string, act?: string) => make('unknown', evidence, act ? 'us' : null, act ?? null),
    unread: () => make('unknown', 'This could not be read now.'),
  };
}
