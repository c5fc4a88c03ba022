import 'server-only';
import { type Timestamp, timestampDate } from '@bufbuild/protobuf/wkt';

/** Scalekit prints a time that was never set as the first second of year 1: before any time that it can mean. */
const neverBefore = Date.parse('1900-01-01T00:00:00Z');

/** A time of the wire as ISO 8601 in UTC; null where it is absent or was never set. */
export function toIso(timestamp: Timestamp | undefined): string | null {
  if (!timestamp) return null;
  const date = timestampDate(timestamp);
  return date.getTime() < neverBefore ? null : date.toISOString();
}
