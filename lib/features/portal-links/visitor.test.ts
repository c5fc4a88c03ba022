import { expect, it } from 'vitest';
import { readVisitor } from '@/lib/visitor';
import { isOwnOrigin } from './own-origin';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['10.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['203.0.113.7, ::ffff:198.51.100.2', '198.51.100.2'],
  ['2001:db8::1', '2001:db8::1'],
  ['<script>', null],
  ['', null],
])('takes the address that the nearest proxy saw: %s', (forwardedFor, ip) => {
  expect(readVisitor(new Headers({ 'x-forwarded-for': forwardedFor })).ip).toBe(ip);
});

it('cuts the user agent to 300 characters', () => {
  expect(readVisitor(new Headers({ 'user-agent': 'x'.repeat(1000) })).userAgent).toBe('x'.repeat(300));
  expect(readVisitor(new Headers())).toEqual({ ip: null, userAgent: null });
});

it.each([
  [undefined, true],
  ['null', true],
  ['http://localhost:9', true],
  ['https://keydesk.internal', true],
  ['https://evil.example', false],
  ['https://keydesk.internal.evil.example', false],
  ['not an origin', false],
])('judges the origin %s: %s', (origin, own) => {
  const headers = new Headers({ host: 'keydesk.internal', ...(origin && { origin }) });
  expect(isOwnOrigin(headers)).toBe(own);
});
