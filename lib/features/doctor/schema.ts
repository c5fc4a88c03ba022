import { z } from 'zod';
import { connectionId, organizationId } from '@/lib/scalekit-ids';
import type { Attempt, Change, Configuration, ConnectionFact, Diagnosis, Evidence } from './evidence';

/** What may be pasted; sent by POST, because it may hold a secret. */
export const diagnoseInput = z.object({
  text: z
    .string()
    .trim()
    .min(1, 'Paste an e-mail address, an auth request id, the address of a callback or an error code.')
    .max(20_000, 'This is longer than 20,000 characters. Paste the address or the code alone.'),
});

export const emailInput = z.object({
  email: z.email('Give an e-mail address, such as jane@customer.example.').max(254),
});

export const lastWorkedInput = z.object({ organizationId, connectionId });

/** How far back changes are looked up. */
export const changeDays = 90;

/** A ticket as it rides on writes. */
export const ticketText = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}#][\p{L}\p{N} #_./:-]{0,63}$/u);

/** Of the changes of a customer's configuration so many are shown. */
export const changesShown = 6;

/** When it last worked, what has changed since, and when it first failed. Times are ISO 8601. */
export type LastWorked = {
  now: string;
  /** Null: none among the lines that were read. */
  lastGood: Attempt | null;
  firstFailure: Attempt | null;
  /**
   * Between the two, or since the last good one; where none is known, those before the failure. Oldest first, as
   * `changesAfter`; null: not this person's to see.
   */
  changes: Change[] | null;
  /** After the first failure. */
  changesAfter: Change[];
  /** How many of each are left out. */
  more: { between: number; after: number };
  /** Where the sign-ins were read from, and how old that is. */
  from: string;
  /** Sentences on what was not read. */
  gaps: string[];
};

/** The doctor's answer with what it is about. */
export type DoctorAnswer = {
  asked: Evidence['asked'];
  now: string;
  diagnosis: Diagnosis;
  subject: {
    email: string | null;
    userId: string | null;
    organization: Evidence['organization'];
    connection: Pick<ConnectionFact, 'id' | 'name' | 'type' | 'detail'> | null;
    requestId: string | null;
  };
  /** Newest first, the first few. */
  attempts: Attempt[];
  clockOffsetMs: number | null;
  /** What snapshots tell of recent changes; null: not read, or not this person's to see. */
  configuration: Configuration | null;
  strip: LastWorked | null;
  /** Where the sign-ins were read from, and how old that is; absent where none were looked for. */
  logFrom?: string;
  gaps: string[];
};

/** One step of what would happen at a sign-in, and how it stands. */
export type DryRunStep = { subject: string; state: 'yes' | 'no' | 'unknown'; words: string; why: string };

export type DryRun = {
  email: string;
  outcome: string;
  works: boolean;
  steps: DryRunStep[];
  organization: Evidence['organization'];
  connectionId: string | null;
  gaps: string[];
};
