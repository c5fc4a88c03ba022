import { checkReadiness } from '@/lib/server/readiness';

export const dynamic = 'force-dynamic';

/** 200 when requests can be served, else 503; either way each part is named. */
export async function GET(): Promise<Response> {
  const { ready, ...parts } = await checkReadiness();
  return Response.json(
    { status: ready ? 'ready' : 'not ready', ...parts },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
