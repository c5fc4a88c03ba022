import 'server-only';
import { X509Certificate } from 'node:crypto';
import type { connectionsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { Certificate } from './schema';

/** What a signing certificate says of itself, read from the certificate and not from what was noted about it. */
export function readCertificate(stored: connectionsPb.IDPCertificate): Certificate {
  try {
    const certificate = new X509Certificate(toPem(stored.certificate));
    return {
      id: stored.id,
      issuer: onOneLine(certificate.issuer),
      subject: onOneLine(certificate.subject),
      fingerprint: certificate.fingerprint256,
      expiresAt: new Date(certificate.validTo).toISOString(),
    };
  } catch {
    // Still shown: what Scalekit noted of it may be all that there is.
    const expiresAt = toIso(stored.expiryTime);
    return {
      id: stored.id,
      issuer: stored.issuer || 'cannot be read',
      subject: '',
      fingerprint: null,
      expiresAt,
    };
  }
}

function toPem(text: string): string {
  if (text.includes('BEGIN CERTIFICATE')) return text;
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/\s+/g, '')}\n-----END CERTIFICATE-----`;
}

const onOneLine = (name: string | undefined) => (name ?? '').split('\n').join(', ');
