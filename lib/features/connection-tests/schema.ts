import { z } from 'zod';
import { connectionId, connectionTestId, organizationId } from '@/lib/scalekit-ids';

export const readTestInput = z.object({ organizationId, connectionId, testId: connectionTestId });

/** How often a test that still runs is asked for, and how long at most; milliseconds. */
export const pollEveryMs = 3_000;
export const pollAtMostMs = 600_000;

/** A trial sign-in as far as it has come. */
export type TestResult = {
  testId: string;
  status: 'pending' | 'success' | 'failure';
  /** What the identity provider said of the person, without anything that looks like a secret. */
  claims: { name: string; value: string }[];
  /** The address among them; null when none was sent. */
  email: string | null;
  error: string | null;
  description: string | null;
  details: string | null;
};

/** The id of a test in what somebody pasted: the id alone, or an address that holds it. */
export function findTestId(text: string): string | undefined {
  return /(?<![A-Za-z0-9_])test_[A-Za-z0-9]+/.exec(text)?.[0];
}
