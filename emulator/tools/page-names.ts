import { invalidArgument } from '../errors';
import type { PageRequest } from '../paging';

type NamePage = { names: string[]; totalSize: number; nextPageToken: string; prevPageToken: string };

/**
 * Cuts a page out of names in alphabetical order. A token names a place in the order, so a page holds still
 * while names come and go.
 * @throws ConnectError invalid argument when the token is not one of ours
 */
export function pageNames(
  sorted: readonly string[],
  { pageSize, pageToken }: PageRequest,
  sizes: { fallback: number; limit: number },
): NamePage {
  const size = Math.min(pageSize || sizes.fallback, sizes.limit);
  const { direction, name } = readToken(pageToken);
  const place = countBefore(sorted, name);
  const start =
    direction === '<' ? Math.max(0, place - size) : sorted[place] === name && name !== '' ? place + 1 : place;
  const end = direction === '<' ? place : start + size;
  const names = sorted.slice(start, end);
  const [first, last] = [names[0], names.at(-1)];
  return {
    names,
    totalSize: sorted.length,
    nextPageToken: last && end < sorted.length ? writeToken('>', last) : '',
    prevPageToken: first && start > 0 ? writeToken('<', first) : '',
  };
}

function countBefore(sorted: readonly string[], name: string): number {
  const found = sorted.findIndex((one) => one >= name);
  return found === -1 ? sorted.length : found;
}

function writeToken(direction: '>' | '<', name: string): string {
  return `${direction}:${Buffer.from(name).toString('base64url')}`;
}

function readToken(token: string): { direction: string; name: string } {
  if (token === '') return { direction: '>', name: '' };
  const [, direction, encoded] = /^([<>]):([A-Za-z0-9_-]+)$/.exec(token) ?? [];
  if (!direction || !encoded) throw invalidArgument('Invalid page token');
  return { direction, name: Buffer.from(encoded, 'base64url').toString('utf8') };
}
