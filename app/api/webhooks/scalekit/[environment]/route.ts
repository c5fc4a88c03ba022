import { after } from 'next/server';
import { activityListeners } from '@/activity-listeners';
import { findEnvironment } from '@/lib/env';
import { receiveWebhook } from '@/lib/features/activity-cache/receive-webhook';
import { tellTogether } from '@/lib/features/activity-cache/tell-together';

export const dynamic = 'force-dynamic';

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

type Context = { params: Promise<{ environment: string }> };

/** Where Scalekit sends an environment's webhooks. The signature is the only credential. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const environment = findEnvironment((await params).environment);
  if (!environment) return Response.json({ message: 'No such environment.' }, { status: 404, headers });
  const { status, message, rows, stored } = await receiveWebhook(environment, request);
  if (rows.length > 0 && activityListeners.length > 0) {
    after(() => tellTogether(rows, stored, activityListeners));
  }
  return Response.json({ message }, { status, headers });
}
