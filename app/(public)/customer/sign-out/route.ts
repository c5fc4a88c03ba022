import { isSameOrigin } from '@/lib/auth/same-origin';
import { customerPaths } from '@/lib/customer-paths';
import { endOwnVisit } from '@/lib/features/customer-page/end-own-visit';

/** "Sign out": ends the visit. It never waits for anything, and works when the page is switched off. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return leadTo(customerPaths.setUp);
  await endOwnVisit();
  return leadTo(`${customerPaths.setUp}?signed=out`);
}

/** A link alone must not end a visit. */
export async function GET(): Promise<Response> {
  return leadTo(customerPaths.setUp);
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
