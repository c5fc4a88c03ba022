import { describe, expect, it } from 'vitest';
import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { readSamlMetadata } from './saml-metadata';

const day = 86_400_000;
const certificate = (commonName: string, days: number) =>
  makeCertificate({
    commonName,
    organization: 'Heronsgate',
    notBefore: Date.now() - 900 * day,
    notAfter: Date.now() + days * day,
  });
const bare = (pem: string) => pem.replace(/-----.*-----|\s/g, '');

const key = (pem: string, use = ' use="signing"') =>
  `<KeyDescriptor${use}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`;

function metadata(inside: string, attributes = ''): string {
  return `<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
  entityID="http://login.heronsgate.example/exk1"${attributes}>
  <IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${inside}
  </IDPSSODescriptor>
</EntityDescriptor>`;
}

const endpoint = (name: string, binding: string, location: string) =>
  `<${name} Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${location}"/>`;
const formats = `<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>
  <NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>`;

describe('readSamlMetadata', () => {
  it('finds what the form asks for', () => {
    const signing = certificate('signing', 300);
    const found = readSamlMetadata(
      metadata(`${key(signing)}${key(certificate('encryption', 300), ' use="encryption"')}${formats}
        ${endpoint('SingleLogoutService', 'HTTP-POST', 'https://login.heronsgate.example/slo')}
        ${endpoint('SingleSignOnService', 'SOAP', 'https://login.heronsgate.example/soap')}
        ${endpoint('SingleSignOnService', 'HTTP-POST', 'https://login.heronsgate.example/post')}
        ${endpoint('SingleSignOnService', 'HTTP-Redirect', 'https://login.heronsgate.example/sso?a=1&amp;b=2')}`),
    );
    expect(found.fields).toEqual({
      idpEntityId: 'http://login.heronsgate.example/exk1',
      idpSsoUrl: 'https://login.heronsgate.example/sso?a=1&b=2',
      idpSsoRequestBinding: 'HTTP_REDIRECT',
      idpSloUrl: 'https://login.heronsgate.example/slo',
      idpSloRequestBinding: 'HTTP_POST',
      idpNameIdFormat: 'EMAIL',
      wantRequestSigned: true,
      idpCertificate: signing,
    });
    expect(found.certificates).toMatchObject([{ issuer: 'C=US, O=Heronsgate, CN=signing', problem: null }]);
    expect(found.notes).toEqual([]);
  });

  it('goes by namespaces and not by prefixes', () => {
    const text = metadata(endpoint('SingleSignOnService', 'HTTP-POST', 'https://a.example/sso'))
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1md:')
      .replace('xmlns=', 'xmlns:md=');
    expect(readSamlMetadata(text).fields.idpSsoUrl).toBe('https://a.example/sso');
  });

  it('keeps certificates that are out of date or broken out of the form, and shows them', () => {
    const good = certificate('new', 300);
    const text = metadata(`${key(certificate('old', -2))}${key(good, '')}${key(good)}
      <KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>bm90IGEgY2VydA==</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`);
    const { fields, certificates } = readSamlMetadata(text);
    expect(fields.idpCertificate).toBe(good);
    expect(certificates.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(/^This certificate expired on \d{4}-\d\d-\d\d\./),
      null,
      expect.stringMatching(/^This cannot be read/),
    ]);
  });

  it('takes several certificates, and says when there is none or when the metadata has run out', () => {
    const several = readSamlMetadata(metadata(key(certificate('a', 9)) + key(certificate('b', 9))));
    expect(several.fields.idpCertificate?.match(/BEGIN/g)).toHaveLength(2);
    expect(several.notes).toEqual(['2 certificates are saved: the provider signs with either of them.']);
    expect(readSamlMetadata(metadata('', ' validUntil="2021-03-04T05:06:07Z"')).notes).toEqual([
      'It was valid until 2021-03-04: ask for a newer one.',
      'There is no certificate in it that can be used.',
    ]);
  });

  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>`;
  const service = metadata('').replaceAll('IDPSSO', 'SPSSO');
  it.each([
    ['a document type', laughs, /document type/],
    ['a document type in disguise', laughs.replace('DOCTYPE', 'doctype'), /document type/],
    ['an entity that nobody declared', metadata('<NameIDFormat>&xxe;</NameIDFormat>'), /well-formed/],
    ['half of it', metadata('').slice(0, 200), /well-formed/],
    ['no XML', 'https://login.heronsgate.example/metadata', /well-formed/],
    [
      'a web page',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body>Sign in</body></html>',
      /not SAML metadata/,
    ],
    ['a service provider', service, /no identity provider/],
    [
      'a federation',
      `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${metadata('').slice(21)}${metadata('').slice(21)}</EntitiesDescriptor>`,
      /2 identity providers/,
    ],
  ])('refuses %s in words', (_name, text, sentence) => {
    expect(() => readSamlMetadata(text)).toThrow(sentence);
  });
});
