import { randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const prefix = 'emutok_';

/** A new opaque value: `emutok_` and 48 random letters and digits. The real service documents no shape. */
export function newTokenValue(): string {
  const random = Array.from({ length: 48 }, () => letters[randomInt(letters.length)]);
  return prefix + random.join('');
}
