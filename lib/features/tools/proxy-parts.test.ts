import { expect, it } from 'vitest';
import { shownHeaders, toBody } from './proxy-parts';

it('gives a body its media type unless one was typed', () => {
  expect(toBody({ headers: '', bodyKind: 'form', body: 'a=1 2\nb=&' })).toEqual({
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'a=1+2&b=%26',
  });
  const typed = toBody({ headers: 'Content-Type: text/csv', bodyKind: 'text', body: 'a,b' });
  expect(typed).toEqual({ headers: [['Content-Type', 'text/csv']], body: 'a,b' });
  expect(toBody({ headers: '', bodyKind: 'none', body: 'left over' })).toEqual({ headers: [] });
});

it("keeps a provider's secrets out of the headers that are shown", () => {
  const headers = new Headers({ 'set-cookie': 'session=1', 'x-access-token': 'abc', etag: '"7"' });
  expect(shownHeaders(headers)).toEqual([
    ['etag', '"7"'],
    ['set-cookie', '(not shown)'],
    ['x-access-token', '(not shown)'],
  ]);
});
