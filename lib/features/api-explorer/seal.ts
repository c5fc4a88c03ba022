import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

const ivBytes = 12;
const tagBytes = 16;
const keptMs = 10 * 60_000;

const content = z.object({
  operation: z.string(),
  path: z.string(),
  value: z.string(),
  organizationId: z.string().optional(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type SealedContent = z.output<typeof content>;

type Place = { environment: string; principal: Pick<Principal, 'sessionId'> };

/**
 * Encrypts a secret of an answer for the browser that asked: it can be handed back, not read. Nothing is stored; only the
 * same session, in the same environment, within ten minutes, gets it opened.
 */
export function sealSecret(secret: Omit<SealedContent, 'at'>, place: Place, now = Date.now()): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), iv);
  cipher.setAAD(nameOf(place));
  const text = JSON.stringify({ ...secret, at: now } satisfies SealedContent);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws AppError not_found when it is another session's, changed or too old */
export function openSealed(sealed: string, place: Place, now = Date.now()): SealedContent {
  const secret = decrypt(Buffer.from(sealed, 'base64url'), place);
  if (secret && now - secret.at <= keptMs) return secret;
  throw new AppError('not_found', 'It can be shown for ten minutes after the call, and that time is over.');
}

function decrypt(bytes: Buffer, place: Place): SealedContent | null {
  const start = ivBytes + tagBytes;
  if (bytes.length < start) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, ivBytes));
  decipher.setAAD(nameOf(place));
  decipher.setAuthTag(bytes.subarray(ivBytes, start));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString('utf8');
    return content.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function nameOf({ environment, principal }: Place): Buffer {
  return Buffer.from(`${environment} ${principal.sessionId}`);
}

function sealingKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'keydesk explorer secret', 32));
}
