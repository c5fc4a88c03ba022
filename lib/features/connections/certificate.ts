import 'server-only';
import type { connectionsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { readX509 } from '@/lib/x509';
import type { Certificate } from './schema';

/** What a signing certificate says of itself, read from the certificate and not from what was noted about it. */
export function readCertificate(stored: connectionsPb.IDPCertificate): Certificate {
  const read = readX509(stored.certificate);
  if (read) {
    const { issuer, subject, fingerprint, expiresAt } = read;
    return { id: stored.id, issuer, subject, fingerprint, expiresAt };
  }
  // Still shown: what Scalekit noted of it may be all that there is.
  return {
    id: stored.id,
    issuer: stored.issuer || 'cannot be read',
    subject: '',
    fingerprint: null,
    expiresAt: toIso(stored.expiryTime),
  };
}
