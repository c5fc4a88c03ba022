import { z } from 'zod';
import { invalidArgument } from './errors';
import { compareRows, positionOf, type Row, type Rows } from './rows';

export type PageRequest = { pageSize: number; pageToken: string };
export type Page<R> = { items: R[]; totalSize: number; nextPageToken: string; prevPageToken: string };

/**
 * Cuts a page out of rows, newest first. A token names a row's place in the order, not an offset, so a page
 * holds still while rows come and go, the row of the token included.
 * @param rows oldest first, as tables hold them
 * @throws ConnectError invalid argument when the token is not one of ours
 */
export function paginate<R extends Row>(
  rows: Rows<R>,
  { pageSize, pageToken }: PageRequest,
  sizes: { fallback: number; limit: number },
): Page<R> {
  const size = Math.min(pageSize || sizes.fallback, sizes.limit);
  const [start, end] = bounds(rows, size, pageToken);
  const items = rows.slice(start, end).reverse();
  const newest = items[0];
  const oldest = items.at(-1);
  return {
    items,
    totalSize: rows.length,
    nextPageToken: oldest && start > 0 ? writeToken('>', oldest) : '',
    prevPageToken: newest && end < rows.length ? writeToken('<', newest) : '',
  };
}

// `>` continues to older rows, `<` goes back to newer ones; the bounds are in oldest-first order.
function bounds(rows: Rows<Row>, size: number, token: string): [start: number, end: number] {
  if (token === '') return [Math.max(0, rows.length - size), rows.length];
  const { direction, place } = readToken(token);
  const before = positionOf(rows, place);
  if (direction === '>') return [Math.max(0, before - size), before];
  const here = rows.at(before);
  const newer = here && compareRows(here, place) === 0 ? before + 1 : before;
  return [newer, Math.min(newer + size, rows.length)];
}

const placeSchema = z.tuple([z.number(), z.string()]);

function writeToken(direction: '>' | '<', { createdAt, id }: Row): string {
  return `${direction}:${Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')}`;
}

function readToken(token: string): { direction: string; place: Row } {
  const [, direction, encoded] = /^([<>]):([A-Za-z0-9_-]+)$/.exec(token) ?? [];
  const place = placeSchema.safeParse(parseJson(Buffer.from(encoded ?? '', 'base64url').toString('utf8')));
  if (!direction || !place.success) throw invalidArgument('Invalid page token');
  const [createdAt, id] = place.data;
  return { direction, place: { createdAt, id } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
