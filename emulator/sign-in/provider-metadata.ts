import { X509Certificate } from 'node:crypto';
import type { ConnectionRow } from '../connections/rows';
import { makeCertificate } from '../connections/self-signed-certificate';
import type { Environment } from '../environment';
import { escapeHtml } from '../oauth/page';

const dayMs = 86_400_000;

/**
 * `GET /idp/{connection}/metadata`: what the customer's SAML identity provider publishes of itself. It lists the
 * certificates that are known, and the one that it signs with next.
 */
export function providerMetadata({ clock, store }: Environment, connectionId: string): Response | null {
  const connection = store.connections.get(connectionId);
  if (connection?.type !== 'SAML') return null;
  const { idpEntityId = '', idpSsoUrl = '' } = connection.settings;
  const keys = [...connection.certificates.map(({ pem }) => pem), nextCertificate(connection, clock.now())];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${escapeHtml(String(idpEntityId))}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
${[...new Set(keys)].map(keyDescriptor).join('\n')}
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escapeHtml(String(idpSsoUrl))}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
  return new Response(xml, { headers: { 'content-type': 'application/samlmetadata+xml' } });
}

/** Two years from today, with the subject of the one before: the same for a whole day. */
function nextCertificate({ certificates, keyId }: ConnectionRow, now: number): string {
  const subject = subjectOf(certificates.at(0)?.pem);
  const today = now - (now % dayMs);
  return makeCertificate({
    commonName: subject.get('CN') ?? `${keyId}.example`,
    organization: subject.get('O') ?? 'Identity provider',
    notBefore: today,
    notAfter: today + 730 * dayMs,
  });
}

function subjectOf(pem: string | undefined): Map<string, string> {
  const lines = pem ? new X509Certificate(pem).subject.split('\n') : [];
  return new Map(lines.map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]));
}

function keyDescriptor(pem: string): string {
  const base64 = pem.replace(/-----.*-----|\s/g, '');
  return `    <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
}
