import type { z } from 'zod';
import { AppError } from './errors';

/** A place in a list of rows that are newest first: `older` rows follow it, `newer` rows come before it. */
export type Place = { direction: 'older' | 'newer'; id: string } | null;

const tokenPattern = /^(older|newer):(.+)$/;

/**
 * Reads a cursor as it stands in the URL; empty is the first page. `rowId` is what the ids of the list look like.
 * @throws AppError invalid
 */
export function readPlace(pageToken: string, rowId: z.ZodType<string>): Place {
  if (pageToken === '') return null;
  const [, direction, id] = tokenPattern.exec(pageToken) ?? [];
  const parsed = rowId.safeParse(id);
  if (!parsed.success) {
    throw new AppError('invalid', 'This page of the list does not exist. Go back to the first one.');
  }
  return { direction: direction === 'newer' ? 'newer' : 'older', id: parsed.data };
}

/**
 * Cuts what was read (one row more than a page, in reading order) to a page, newest first, with its cursors.
 * The row too many is the proof that there is a page beyond.
 */
export function cutPage<Row extends { id: string }>(read: Row[], size: number, place: Place) {
  const more = read.length > size;
  const rows = read.slice(0, size);
  if (place?.direction === 'newer') rows.reverse();
  const [first, last] = [rows.at(0), rows.at(-1)];
  const hasNewer = place?.direction === 'newer' ? more : place !== null;
  const hasOlder = place?.direction === 'newer' ? true : more;
  return {
    rows,
    previousToken: hasNewer && first ? `newer:${first.id}` : null,
    nextToken: hasOlder && last ? `older:${last.id}` : null,
  };
}
