import 'server-only';
import { AppError } from '@/lib/errors';
import { type ReadCertificate, readX509, splitCertificates } from '@/lib/x509';
import { judge } from './compare';
import type { SigningCertificate } from './schema';

/** The one certificate in a pasted text. @throws AppError invalid, with the sentence beside the field */
export function readOne(text: string): ReadCertificate {
  const blocks = splitCertificates(text);
  if (blocks.length > 1) {
    throw refusal(`This holds ${blocks.length} certificates. Leave the one that signs from now on.`);
  }
  const read = readX509(blocks[0] ?? '');
  if (read) return read;
  throw refusal('This cannot be read as a certificate. Paste it whole, with its BEGIN and END lines.');
}

/** @throws AppError invalid for one that is there already or has expired */
export function refuseUnusable(read: ReadCertificate, present: SigningCertificate[]): void {
  const bad = judge(read, present, null, Date.now()).find(({ tone }) => tone === 'danger');
  if (bad) throw refusal(bad.sentence);
}

function refusal(sentence: string): AppError {
  return new AppError('invalid', sentence, { fieldErrors: { certificate: sentence } });
}
