import { randomUUID } from 'node:crypto';
import { customerPaths } from '@/lib/customer-paths';
import { openOwnPortal } from '@/lib/features/portal-links/customer-actions';
import { withSearch } from '@/lib/paths';

/** A press of "Open the setup portal": mints a fresh Scalekit link and leads there, or back to the page with why not. */
export async function POST(): Promise<Response> {
  const result = await openOwnPortal({ submissionId: randomUUID(), input: {} });
  if (result.ok) return leadTo(result.data.location);
  const { code, unknown, requestId } = result.error;
  if (code === 'unauthenticated') return leadTo(customerPaths.setUp);
  const problem = unknown ? 'unknown' : code;
  return leadTo(withSearch(customerPaths.setUp, { problem, reference: requestId }));
}

/** The address bar may show this path after a press; loading it again leads back to the page. */
export async function GET(): Promise<Response> {
  return leadTo(customerPaths.setUp);
}

// The location is a credential: no cache may keep it, no other site may hear of it.
function leadTo(location: string): Response {
  const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return new Response(null, { status: 303, headers });
}
