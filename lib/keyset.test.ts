import { expect, it } from 'vitest';
import { z } from 'zod';
import { cutPage, readPlace } from './keyset';

const ids = Array.from({ length: 5 }, (_, index) => `00000000-0000-7000-8000-00000000000${5 - index}`);
const rows = ids.map((id) => ({ id }));
const size = 2;

/** What the database would answer: rows in reading order, one more than a page. */
function read(pageToken: string) {
  const place = readPlace(pageToken, z.uuid());
  const newer = place?.direction === 'newer';
  const beyond = rows.filter(({ id }) => place === null || (newer ? id > place.id : id < place.id));
  const ordered = newer ? beyond.reverse() : beyond;
  return cutPage(ordered.slice(0, size + 1), size, place);
}

it('walks to the end and back over the same pages', () => {
  const forward = [read('')];
  for (let token = forward[0]?.nextToken; token; token = forward.at(-1)?.nextToken) forward.push(read(token));
  expect(forward.map((page) => page.rows.map(({ id }) => ids.indexOf(id)))).toEqual([[0, 1], [2, 3], [4]]);
  expect(forward[0]?.previousToken).toBeNull();

  const back = [forward.at(-1)];
  for (let token = back[0]?.previousToken; token; token = back.at(-1)?.previousToken) back.push(read(token));
  expect(back.reverse()).toEqual([
    { ...forward[0], previousToken: null },
    { ...forward[1] },
    { ...forward[2] },
  ]);
});

it('has no pages around a list that fits on one', () => {
  expect(cutPage(rows.slice(0, 2), 2, null)).toEqual({
    rows: rows.slice(0, 2),
    previousToken: null,
    nextToken: null,
  });
  expect(cutPage([], 2, null)).toEqual({ rows: [], previousToken: null, nextToken: null });
});

it.each(['older:', 'older:1', 'sideways:00000000-0000-7000-8000-000000000001', "older:' OR 1=1"])(
  'refuses the cursor %s',
  (token) => {
    expect(() => readPlace(token, z.uuid())).toThrow(expect.objectContaining({ code: 'invalid' }));
  },
);
