import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const onboardingInput = z.object({ organizationId });

export const stepNames = [
  'link_created',
  'link_opened',
  'domain_verified',
  'connection_completed',
  'tested',
  'enabled',
  'scim_users',
] as const;
export type StepName = (typeof stepNames)[number];

export const stepLabels: Record<StepName, string> = {
  link_created: 'Portal link created',
  link_opened: 'Portal link opened',
  domain_verified: 'Domain verified',
  connection_completed: 'Connection completed',
  tested: 'Connection tested',
  enabled: 'Connection enabled',
  scim_users: 'SCIM receives users',
};

/**
 * `done` and `open` are what the live state shows. `unknown`: nothing can tell, or the read failed.
 * `not_needed`: this customer does without.
 */
export type StepState = 'done' | 'open' | 'unknown' | 'not_needed';

/** Where a step is seen to: a tab of the organization. */
export type StepPlace = 'portal_links' | 'domains' | 'connections' | 'directories';

/** One step. `act` says what has to be done and `who` does it, where something has to be. */
export type OnboardingStep = {
  name: StepName;
  state: StepState;
  /** What this is read from, as a sentence. */
  evidence: string;
  place: StepPlace;
  /** Narrows the place to one connection or directory. */
  placeId: string | null;
  act: string | null;
  who: 'us' | 'customer' | null;
};

/** How far the set-up of an organization is. `next` is the first step that waits for somebody. */
export type Onboarding = { steps: OnboardingStep[]; next: StepName | null };

/** The steps that a customer takes; the links are how they came here. */
export const customerSteps: readonly StepName[] = stepNames.slice(stepNames.indexOf('domain_verified'));

/** A step on the customer's own page: the words are the page's, since the evidence is written for staff. */
export type CustomerStep = Pick<OnboardingStep, 'name' | 'state' | 'who'>;

export const noInput = z.object({});

export const unfinishedAtMost = 6;

/**
 * A customer whose set-up waits: for what, how far it is, and when something last moved (ISO 8601); null when nothing has
 * since Keydesk first looked.
 */
export type UnfinishedOnboarding = {
  organizationId: string;
  name: string;
  step: OnboardingStep;
  done: number;
  needed: number;
  movedAt: string | null;
};
