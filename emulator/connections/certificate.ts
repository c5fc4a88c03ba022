import { X509Certificate } from 'node:crypto';
import { invalidField } from '../errors';
import type { NewId } from '../ids';
import type { CertificateRow } from './rows';

/**
 * Reads a certificate: PEM, or the bare base64 that metadata files hold.
 * @throws ConnectError invalid argument when it is none
 */
export function readCertificate(text: string, newId: NewId, now: number): CertificateRow {
  const pem = toPem(text);
  const parsed = parse(pem);
  return {
    id: newId('cert'),
    createdAt: now,
    pem,
    issuer: distinguishedName(parsed.issuer),
    expiresAt: Date.parse(parsed.validTo),
  };
}

function parse(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw invalidField(
      'connection.saml_config.idp_certificate',
      'is not an X.509 certificate',
      'certificate',
    );
  }
}

function toPem(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN')) return `${trimmed}\n`;
  const lines = trimmed.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

// Node lists the parts one a line, the broadest first; written out in a line the narrowest comes first.
function distinguishedName(lines: string): string {
  return lines.split('\n').reverse().join(',');
}
