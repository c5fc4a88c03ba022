import { expect, it } from 'vitest';
import { isolate } from './isolate';

it('isolate sets apart only what would put its neighbours out of order', () => {
  for (const plain of ['Acme 42', '遠見株式会社', 'क्षत्रिय', '👩‍👩‍👧‍👦', ''])
    expect(isolate(plain)).toBe(plain);
  for (const name of ['مؤسسة', 'Acme קבוצה', '\u202Eevil']) expect(isolate(name)).toBe(`\u2068${name}\u2069`);
});
