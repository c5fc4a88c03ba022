import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal: what the store keeps of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
