import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { openStream } from '@/lib/audit/activity/live/open-stream';
import { sessionCookieName } from '@/lib/auth/cookies';

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/**
 * New rows of the activity cache as server-sent events; one stream per browser is meant. `Last-Event-ID`, or `after`
 * where another tab goes on, names what was seen last. Asking does not count as somebody being there.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const after = request.headers.get('last-event-id') ?? request.nextUrl.searchParams.get('after') ?? '';
  const token = (await cookies()).get(sessionCookieName())?.value;
  const stream = await openStream({ token, after: moment.test(after) ? after : '' });
  // 204 tells the browser's EventSource not to come again; 401 would too, but reads as a fault in its console.
  if (!stream) return new Response(null, { status: 204 });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** Next would answer it by `GET`, and leave a stream open that nobody reads. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET' } });
}
