import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url';
import { readFragment, writeFragment } from './fragment';
import { seal, unseal } from './sealing';

const token = 'AbCdEfGhIjKlMnOpQrStUv';
const secret = 'skl_ünïcode_🔑_value';

describe('sealing', () => {
  it('gives the secret back to who has the key, and is different each time', async () => {
    const [one, two] = [await seal(secret), await seal(secret)];
    expect(await unseal(one.sealed, one.key)).toBe(secret);
    expect(one.sealed).not.toBe(two.sealed);
    expect(one.key).toHaveLength(32);
    expect(one.key).not.toEqual(two.key);
    expect(one.sealed).toMatch(/^[A-Za-z0-9_-]{39,4096}$/);
    expect(Buffer.from(one.sealed, 'base64url').includes(Buffer.from(secret))).toBe(false);
    await expect(unseal(one.sealed, two.key)).rejects.toThrow();
  });

  it('notices one changed bit', async () => {
    const { sealed, key } = await seal(secret);
    const bytes = fromBase64Url(sealed);
    for (const position of [0, 12, bytes.length - 1]) {
      const changed = bytes.map((byte, index) => (index === position ? byte ^ 1 : byte));
      await expect(unseal(toBase64Url(changed), key)).rejects.toThrow();
    }
  });
});

describe('the fragment', () => {
  it('leads back to the key, whatever a mail program puts behind it', async () => {
    const { key } = await seal(secret);
    const fragment = await writeFragment(key, token);
    expect(fragment).toMatch(/^[A-Za-z0-9_-]{48}$/);
    for (const end of ['', '.', '>', ')', '%20']) {
      expect(await readFragment(`#${fragment}${end}`, token)).toEqual({ ok: true, key });
    }
  });

  it.each(['', '#'])('is missing in %j', async (hash) => {
    expect(await readFragment(hash, token)).toEqual({ ok: false, problem: 'missing' });
  });

  it('is noticed when it is cut, mistyped, too long or of another link', async () => {
    const { key } = await seal(secret);
    const fragment = await writeFragment(key, token);
    const mistyped = `${fragment.startsWith('A') ? 'B' : 'A'}${fragment.slice(1)}`;
    const foreign = await writeFragment(key, 'ZbCdEfGhIjKlMnOpQrStUv');
    for (const wrong of [fragment.slice(0, -1), mistyped, `${fragment}A`, foreign, 'section-2', '%%%']) {
      expect(await readFragment(`#${wrong}`, token)).toEqual({ ok: false, problem: 'damaged' });
    }
  });
});
