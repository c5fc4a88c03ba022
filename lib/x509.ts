import 'server-only';
import { X509Certificate } from 'node:crypto';

/** What a certificate says of itself. The names stand on one line; times are ISO 8601. */
export type ReadCertificate = {
  pem: string;
  issuer: string;
  subject: string;
  /** SHA-256, in pairs of hexadecimal digits. */
  fingerprint: string;
  validFrom: string;
  expiresAt: string;
};

/** Reads an X.509 certificate: PEM, or the bare base64 that SAML metadata holds. Null when it is none. */
export function readX509(text: string): ReadCertificate | null {
  try {
    const certificate = new X509Certificate(toPem(text));
    return {
      pem: certificate.toString(),
      issuer: onOneLine(certificate.issuer),
      subject: onOneLine(certificate.subject),
      fingerprint: certificate.fingerprint256,
      validFrom: new Date(certificate.validFrom).toISOString(),
      expiresAt: new Date(certificate.validTo).toISOString(),
    };
  } catch {
    return null;
  }
}

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a text, unread: PEM blocks one after the other, or all of it where there is none. */
export function splitCertificates(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const blocks = trimmed.match(block) ?? [trimmed];
  const rest = trimmed.replace(block, '').trim();
  return blocks[0] !== trimmed && rest !== '' ? [...blocks, rest] : [...blocks];
}

function toPem(text: string): string {
  if (text.includes('BEGIN CERTIFICATE')) return text;
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/\s+/g, '')}\n-----END CERTIFICATE-----`;
}

const onOneLine = (name: string | undefined) => (name ?? '').split('\n').join(', ');
