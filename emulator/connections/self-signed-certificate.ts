import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

type Subject = { commonName: string; organization: string; notBefore: number; notAfter: number };

/**
 * Makes a real, self-signed X.509 certificate (version 3, Ed25519), as PEM. The key is no secret: it follows
 * from the names, and Ed25519 signs without chance, so the same subject gives the same certificate in every run.
 * @param subject times in milliseconds since the epoch, kept to the second
 */
export function makeCertificate(subject: Subject): string {
  const { commonName, organization, notBefore, notAfter } = subject;
  const seed = hash(`key of ${organization}/${commonName}`);
  const privateKey = createPrivateKey({ key: concat(pkcs8Prefix, seed), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const name = sequence(
    attribute('550406', 'US'),
    attribute('55040a', organization),
    attribute('550403', commonName),
  );
  const serial = tlv(
    0x02,
    concat(Buffer.from([0x01]), hash(`serial of ${organization}/${commonName}`).subarray(0, 15)),
  );
  const validity = sequence(time(notBefore), time(notAfter));
  const version3 = tlv(0xa0, tlv(0x02, Buffer.from([2])));
  const content = sequence(version3, serial, ed25519, name, validity, name, publicKey);
  const signature = tlv(0x03, concat(Buffer.from([0]), sign(null, content, privateKey)));
  return toPem(sequence(content, ed25519, signature));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

// DER, as much of it as a certificate needs: a tag, the length, the content.
function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const long = Buffer.from(length < 256 ? [length] : [length >> 8, length & 255]);
  const size = length < 128 ? Buffer.from([length]) : concat(Buffer.from([0x80 + long.length]), long);
  return concat(Buffer.from([tag]), size, content);
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, concat(...parts));
}

// One part of a distinguished name: its object identifier in hexadecimal, and text.
function attribute(identifier: string, text: string): Buffer {
  const value = tlv(0x0c, Buffer.from(text));
  return tlv(0x31, sequence(tlv(0x06, Buffer.from(identifier, 'hex')), value));
}

// RFC 5280 wants two digits of the year until 2049 (UTCTime) and four after that (GeneralizedTime).
function time(ms: number): Buffer {
  const text = `${new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return text < '2050' ? tlv(0x17, Buffer.from(text.slice(2))) : tlv(0x18, Buffer.from(text));
}

function concat(...parts: Buffer[]): Buffer {
  return Buffer.concat(parts);
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const ed25519 = sequence(tlv(0x06, Buffer.from('2b6570', 'hex')));
// What stands before the 32 secret bytes of an Ed25519 key in PKCS #8.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
