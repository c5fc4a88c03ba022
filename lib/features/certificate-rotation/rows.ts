import 'server-only';
import type { KeptCertificate as KeptRecord } from '@/lib/generated/prisma/client';
import type { connectionsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { readX509 } from '@/lib/x509';
import type { KeptCertificate, SigningCertificate } from './schema';

/** What a stored certificate says of itself; where it cannot be read, what Scalekit noted of it. */
export function toSigningCertificate(stored: connectionsPb.IDPCertificate): SigningCertificate {
  return (
    fromPem(stored.id, stored.certificate) ?? {
      id: stored.id,
      subject: '',
      issuer: stored.issuer || 'cannot be read',
      fingerprint: null,
      validFrom: null,
      expiresAt: toIso(stored.expiryTime),
    }
  );
}

/** Plain row of a kept certificate. `there`: the fingerprints that Scalekit has now. */
export function toKeptCertificate(record: KeptRecord, there: Set<string | null>): KeptCertificate {
  const unread = { subject: '', issuer: 'cannot be read', validFrom: null, expiresAt: null };
  const { id, pem, fingerprint, keptAt, keptByEmail, replacedAt } = record;
  return {
    ...(fromPem(id, pem) ?? { id, fingerprint, ...unread }),
    isThere: there.has(fingerprint),
    keptAt: keptAt.toISOString(),
    keptByEmail,
    replacedAt: replacedAt?.toISOString() ?? null,
  };
}

function fromPem(id: string, pem: string): SigningCertificate | null {
  const read = readX509(pem);
  if (!read) return null;
  const { subject, issuer, fingerprint, validFrom, expiresAt } = read;
  return { id, subject, issuer, fingerprint, validFrom, expiresAt };
}
