import 'server-only';
import { type ReadCertificate, readX509, splitCertificates } from '@/lib/x509';
import type { CertificateCheck } from './schema';

/** A pasted certificate: what stands in it, or null where it cannot be read, and why it will not be taken. */
export type Pasted = { read: ReadCertificate | null; problem: string | null };

/** The certificates in a text: PEM blocks one after the other, or one as bare base64. None for an empty text. */
export function readCertificates(text: string, now = Date.now()): Pasted[] {
  return splitCertificates(text).map((one) => judge(readX509(one), now));
}

function judge(read: ReadCertificate | null, now: number): Pasted {
  if (!read) {
    const problem =
      'This cannot be read as a certificate. Paste it whole, with its BEGIN and END lines, or its base64 alone.';
    return { read, problem };
  }
  const day = (time: string) => time.slice(0, 10);
  if (Date.parse(read.expiresAt) <= now) {
    const problem = `This certificate expired on ${day(read.expiresAt)}. Ask the customer for the one that signs now.`;
    return { read, problem };
  }
  return { read, problem: null };
}

/** What the browser gets to see of it. */
export function toCheck({ read, problem }: Pasted): CertificateCheck {
  return {
    issuer: read?.issuer ?? 'cannot be read',
    expiresAt: read?.expiresAt ?? null,
    fingerprint: read?.fingerprint ?? null,
    problem,
  };
}
