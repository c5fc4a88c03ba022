import { z } from 'zod';
import type { ActivityStreamName } from '@/lib/activity/filter';

const pattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~(change|event|login|staff|)~(.{0,200})$/;

/** Names a line's place: time to the microsecond, stream and id, which together are its order. */
export const placeId = z.string().regex(pattern);

/** A place taken apart. Stream and id are empty for a mere moment, which lies before every line of the same time. */
export type PlaceParts = { at: string; stream: ActivityStreamName | ''; id: string };

/** @throws Error for what `placeId` refuses */
export function readPlaceId(text: string): PlaceParts {
  const [, at, stream, id] = pattern.exec(text) ?? [];
  if (at === undefined || stream === undefined || id === undefined) throw new Error('no place of a line');
  return { at, stream: stream as PlaceParts['stream'], id };
}

/** The place of a moment: `2026-11-26T20:30:00.000Z`. */
export function placeOfMoment(at: string): string {
  return `${new Date(at).toISOString().replace('Z', '000Z')}~~`;
}
