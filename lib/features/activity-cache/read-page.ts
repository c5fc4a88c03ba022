import 'server-only';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventRow } from '@/lib/audit/activity/from-event';
import { loginRow } from '@/lib/audit/activity/from-login';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { boundedText } from '@/lib/audit/activity/texts';
import { scalekitClient } from '@/lib/scalekit/client';
import { eventsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { ReadStream } from './schema';

/** Both lists cut at a hundred. */
const pageSize = 100;

export type Window = { from: Date; until: Date | null; pageToken: string };
export type ReadPage = { rows: ActivityRow[]; nextPageToken: string };

/**
 * One page of a stream, newest first, paid from the API budget's share of jobs.
 * @throws AppError whatever Scalekit or the budget answers; `invalid` for a page token that is no good any more
 */
export const readPage: Record<ReadStream, (environment: string, window: Window) => Promise<ReadPage>> = {
  event: async (environment, { from, until, pageToken }) => {
    const { events: client } = scalekitClient(environment, { priority: 'job' });
    const answer = await client.listEventsPaginated({
      filter: { startTime: timestampFromDate(from), endTime: until ? timestampFromDate(until) : undefined },
      ...{ pageSize, pageToken },
    });
    const rows = answer.events.flatMap((event) => {
      const [id, type] = [boundedText(event.id), boundedText(event.type)];
      if (!id || !type) return [];
      const { organizationId, displayName, data = {} } = event;
      const occurredAt = toIso(event.occurredAt) ?? undefined;
      const object = eventsPb.ObjectType[event.object];
      return eventRow(environment, { id, type, occurredAt, organizationId, object, displayName, data });
    });
    return { rows, nextPageToken: answer.nextPageToken };
  },
  login: async (environment, { from, until, pageToken }) => {
    const { authLogs } = scalekitClient(environment, { priority: 'job' });
    const answer = await authLogs.listAuthRequests({
      startTime: timestampFromDate(from),
      endTime: until ? timestampFromDate(until) : undefined,
      ...{ pageSize, pageToken },
    });
    const rows = answer.authRequests.flatMap((request) => loginRow(environment, request) ?? []);
    return { rows, nextPageToken: answer.nextPageToken };
  },
};
