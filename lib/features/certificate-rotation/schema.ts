import { z } from 'zod';
import { connectionId, organizationId } from '@/lib/scalekit-ids';

export const rotationInput = z.object({ organizationId, connectionId });

const certificate = z
  .string()
  .trim()
  .max(40_000, 'What is pasted has at most 40,000 characters.')
  .refine(
    (text) => !/PRIVATE KEY/.test(text),
    'This holds a private key, which nobody but its owner may have. Paste the certificate alone, and tell the customer.',
  );

export const compareInput = z.object({ organizationId, connectionId, certificate });

export const rotateInput = z.object({
  organizationId,
  connectionId,
  certificate: certificate.refine((text) => text !== '', 'Paste the new certificate.'),
});

export const putBackInput = z.object({ organizationId, connectionId, keptId: z.uuid() });

/** `since`: ISO 8601, when the certificate was sent. */
export const watchInput = z.object({ organizationId, connectionId, since: z.iso.datetime() });

/** How often the login log is asked, and for how long at most. */
export const watchEveryMs = 10_000;
export const watchAtMostMs = 2 * 3_600_000;

/** A certificate in words. Times are ISO 8601; null where it cannot be read. */
export type SigningCertificate = {
  id: string;
  subject: string;
  issuer: string;
  fingerprint: string | null;
  validFrom: string | null;
  expiresAt: string | null;
};

/** One that another was sent in place of. `isThere`: Scalekit has it now. */
export type KeptCertificate = SigningCertificate & {
  isThere: boolean;
  keptAt: string;
  keptByEmail: string;
  /** When Scalekit took the other one; null where nobody knows that it did. */
  replacedAt: string | null;
};

/** A connection's certificates, and those that were there before. */
export type Rotation = {
  connectionId: string;
  provider: string;
  enabled: boolean;
  /** Where the provider publishes its metadata; empty where that is not set. */
  metadataUrl: string;
  certificates: SigningCertificate[];
  kept: KeptCertificate[];
  /** When one was last sent from here and taken; null for never. */
  lastSentAt: string | null;
};

export type Finding = { tone: 'danger' | 'warning' | 'success'; sentence: string };

/** What a pasted certificate is, beside those that are there. Not `usable`: it is not sent. */
export type Candidate = {
  pem: string;
  certificate: SigningCertificate | null;
  findings: Finding[];
  usable: boolean;
};

/** `against` is the present certificate that lasts longest; null where there is none. */
export type Comparison = { candidates: Candidate[]; against: SigningCertificate | null };

/**
 * What an upload did, by what is there afterwards. `unread`: it was taken, and could not be read again.
 * `not_there`: it was taken, and is not among those that are there.
 */
export type SentCertificate = {
  outcome: 'added' | 'replaced' | 'not_there' | 'unread';
  /** Fingerprint of the one that was sent. */
  fingerprint: string;
  sentAt: string;
  /** How many there are now; null for `unread`. */
  now: number | null;
};

/** A sign-in of the login log. */
export type SignInEvidence = { id: string; at: string; email: string | null };

/** The sign-ins through a connection since a moment. */
export type SignInWatch = {
  /** The first good one. */
  success: SignInEvidence | null;
  /** The newest that failed, and how many did. */
  failure: SignInEvidence | null;
  failures: number;
  /** Begun and not ended. */
  underway: number;
  checkedAt: string;
  /** False when the log holds more sign-ins, of all customers, than were looked at. */
  complete: boolean;
};
