import { z } from 'zod';

/** `name`: of an environment of the settings, which need not be the one at hand. */
export const environmentInput = z.object({ name: z.string().min(1).max(31) });

export type ProbeOutcome = 'works' | 'refused' | 'unclear';

/** What an environment answered when a preview operation was tried. */
export type ProbeRow = {
  operation: string;
  route: string;
  /** What the console uses it for. */
  use: string;
  /** Null: never tried. */
  answer: {
    outcome: ProbeOutcome;
    sentence: string | null;
    requestId: string | null;
    probedAt: string;
  } | null;
};

/** What a test of credentials came to. `step`: how far it got. */
export type CredentialTest = {
  works: boolean;
  step: 'token' | 'read' | 'done';
  sentence: string | null;
  requestId: string | null;
};

/** Calls of the last minute against what Keydesk allows itself, and when Scalekit last asked for a pause. */
export type BudgetState = {
  used: number;
  limit: number;
  lastLimitAt: string | null;
  halvedUntil: string | null;
};

/** An environment of the settings. Times are ISO 8601; neither token nor secret is ever in it. */
export type EnvironmentCard = {
  name: string;
  url: string;
  /** The host is one of the customer's own, not of Scalekit. */
  isCustomDomain: boolean;
  isProduction: boolean;
  clientId: string;
  /** Null: this process holds no token at the moment. */
  tokenEndsAt: string | null;
  budget: BudgetState;
  probes: ProbeRow[];
};
