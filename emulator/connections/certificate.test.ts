import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from './certificate';
import { makeCertificate } from './self-signed-certificate';

const subject = {
  commonName: 'sso.acme.example',
  organization: 'Acme, Ltd "West"',
  notBefore: Date.UTC(2025, 0, 31, 23, 59, 59),
  notAfter: Date.UTC(2055, 6, 1),
};
const pem = makeCertificate(subject);
const newId = (prefix: string) => `${prefix}_1`;

describe('a certificate made here', () => {
  it('is real X.509 that its own key signed', () => {
    const certificate = new X509Certificate(pem);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(Date.parse(certificate.validFrom)).toBe(subject.notBefore);
    expect(Date.parse(certificate.validTo)).toBe(subject.notAfter);
    expect(certificate.subject).toContain('CN=sso.acme.example');
  });

  it('is the same in every run and another for another name', () => {
    expect(makeCertificate(subject)).toBe(pem);
    expect(makeCertificate({ ...subject, commonName: 'other.example' })).not.toBe(pem);
  });

  it.each([1, 100, 200, 400])('holds a name of %i letters', (length) => {
    const made = makeCertificate({ ...subject, organization: 'x'.repeat(length) });
    expect(new X509Certificate(made).subject).toContain('x'.repeat(length));
  });
});

describe('reading a certificate', () => {
  const expected = { id: 'cert_1', createdAt: 5, expiresAt: subject.notAfter };

  it('finds issuer and expiry', () => {
    const row = readCertificate(pem, newId, 5);
    expect(row).toMatchObject({ ...expected, pem });
    expect(row.issuer).toMatch(/^CN=sso\.acme\.example,O=/);
  });

  it('takes the bare base64 of a metadata file', () => {
    const bare = pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
    expect(readCertificate(` ${bare} `, newId, 5)).toMatchObject({ ...expected, pem });
  });

  it.each(['nonsense', pem.slice(0, -90), pem.replace(/CERTIFICATE/g, 'PUBLIC KEY')])(
    'refuses %#',
    (text) => {
      expect(() => readCertificate(text, newId, 5)).toThrow(/not an X.509 certificate/);
    },
  );
});
