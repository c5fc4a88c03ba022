export const dynamic = 'force-dynamic';

/** 200 as long as the process answers at all: a restart would not help when anything else fails. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}
