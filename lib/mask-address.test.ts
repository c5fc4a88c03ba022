import { expect, it } from 'vitest';
import { maskAddress, maskAddresses } from './mask-address';

it('keeps the first letter and the domain', () => {
  expect(maskAddress('jo@acme.example')).toBe('j•••@acme.example');
});

it.each([
  ['jo@acme.example', 'j•••@acme.example'],
  ['mailto:jo.reed+x@acme.example, <bo@b.acme.example>.', 'mailto:j•••@acme.example, <b•••@b.acme.example>.'],
  ['@acme.example and org_1', '@acme.example and org_1'],
  ['', ''],
])('masks the addresses in “%s”', (text, masked) => {
  expect(maskAddresses(text)).toBe(masked);
});
