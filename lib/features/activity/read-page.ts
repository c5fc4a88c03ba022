import 'server-only';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Selection } from './branches';
import { oldestAt } from './oldest';
import { placeId, placeOfMoment } from './place';
import type { ActivityPage } from './schema';
import { selectLines } from './select-lines';
import { nearOf, windowOf } from './window';

/**
 * A page of the timeline, newest first, with its cursors.
 * @throws AppError invalid for a cursor that is none
 */
export async function readPage(selection: Selection, pageToken: string, size: number): Promise<ActivityPage> {
  const place = readPlace(pageToken, placeId);
  const window = windowOf(selection, place);
  const near = nearOf(selection, place);
  const found = near && (await selectLines(selection, place, size + 1, near));
  const read = found && found.length > size ? found : await selectLines(selection, place, size + 1, window);
  const page = { ...cutPage(read, size, place), total: null, searchedTo: null };
  if (read.length > size) return page;
  if (window.to) return { ...page, previousToken: `newer:${placeOfMoment(window.to)}` };
  if (!window.from) return page;
  const oldest = await oldestAt(selection);
  if (oldest === null || oldest >= window.from) return page;
  return { ...page, searchedTo: window.from, nextToken: `older:${placeOfMoment(window.from)}` };
}
