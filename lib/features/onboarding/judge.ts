import { judgeConnection, judgeEnabled, judgeTested } from './judge-connection';
import { judgeDomain, judgeScim } from './judge-directory';
import { judgeLinkCreated, judgeLinkOpened } from './judge-links';
import type { LiveState } from './live-state';
import type { Onboarding } from './schema';

/** The steps in the order in which they are taken, and the first that waits for somebody. */
export function judgeOnboarding(live: LiveState): Onboarding {
  const steps = [
    judgeLinkCreated(live),
    judgeLinkOpened(live),
    judgeDomain(live),
    judgeConnection(live),
    judgeTested(live),
    judgeEnabled(live),
    judgeScim(live),
  ];
  return { steps, next: steps.find(({ state, act }) => state === 'open' && act !== null)?.name ?? null };
}
