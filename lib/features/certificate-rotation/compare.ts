import 'server-only';
import { type ReadCertificate, readX509, splitCertificates } from '@/lib/x509';
import type { Candidate, Comparison, Finding, SigningCertificate } from './schema';

const most = 5;
const dayMs = 86_400_000;

/** What stands in pasted text, each certificate beside the present one that lasts longest. */
export function compareText(text: string, present: SigningCertificate[], now = Date.now()): Comparison {
  const against = longestLasting(present);
  const candidates = splitCertificates(text)
    .slice(0, most)
    .map((one) => toCandidate(one, present, against, now));
  return { candidates, against };
}

function toCandidate(
  text: string,
  present: SigningCertificate[],
  against: SigningCertificate | null,
  now: number,
): Candidate {
  const read = readX509(text);
  if (!read) {
    const sentence = 'This cannot be read as a certificate. Paste it whole, with its BEGIN and END lines.';
    return { pem: text, certificate: null, findings: [{ tone: 'danger', sentence }], usable: false };
  }
  const findings = judge(read, present, against, now);
  const { pem, subject, issuer, fingerprint, validFrom, expiresAt } = read;
  const certificate = { id: fingerprint, subject, issuer, fingerprint, validFrom, expiresAt };
  return { pem, certificate, findings, usable: findings.every(({ tone }) => tone !== 'danger') };
}

/** What is to be known of a certificate before it is sent, the worst first. What is `danger` is not sent at all. */
export function judge(
  read: ReadCertificate,
  present: SigningCertificate[],
  against: SigningCertificate | null,
  now: number,
): Finding[] {
  if (present.some(({ fingerprint }) => fingerprint === read.fingerprint)) {
    const sentence = 'The same certificate: it is there already, by its fingerprint. Nothing would change.';
    return [{ tone: 'danger', sentence }];
  }
  const findings: Finding[] = [];
  const expires = Date.parse(read.expiresAt);
  if (expires <= now) {
    const sentence = `It expired on ${day(read.expiresAt)}. Ask the customer for the one that signs from now on.`;
    findings.push({ tone: 'danger', sentence });
  }
  if (Date.parse(read.validFrom) > now) {
    const sentence = `It is not yet valid: it begins on ${day(read.validFrom)}. Answers that it signs before then may be refused.`;
    findings.push({ tone: 'warning', sentence });
  }
  const until = against?.expiresAt ? Date.parse(against.expiresAt) : null;
  if (until !== null && expires > now && expires < until) {
    const sentence = `It expires earlier than the present one, by ${days(until - expires)}.`;
    findings.push({ tone: 'warning', sentence });
  }
  if (against && against.fingerprint !== null && against.subject !== read.subject) {
    const sentence =
      'It names another subject than the present one. Have the customer confirm that it is of the same provider.';
    findings.push({ tone: 'warning', sentence });
  }
  if (findings.length === 0) findings.push({ tone: 'success', sentence: goodNews(expires, until) });
  return findings;
}

function goodNews(expires: number, until: number | null): string {
  return until === null
    ? 'Another certificate than any that is there, and valid now.'
    : `Another certificate of the same subject. It lasts ${days(expires - until)} longer.`;
}

function longestLasting(present: SigningCertificate[]): SigningCertificate | null {
  const sorted = present.toSorted((a, b) => (b.expiresAt ?? '').localeCompare(a.expiresAt ?? ''));
  return sorted[0] ?? null;
}

const day = (time: string) => time.slice(0, 10);

function days(ms: number): string {
  const count = Math.floor(ms / dayMs);
  return count === 0 ? 'less than a day' : count === 1 ? 'one day' : `${count.toLocaleString('en')} days`;
}
