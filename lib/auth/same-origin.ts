import 'server-only';
import { env } from '@/lib/env';

/**
 * True when a form on this console sent the request. Browsers add the header themselves and no page can forge it,
 * so it stands in for a CSRF token; it also finds people who came by another address than NEXTAUTH_URL.
 */
export function isSameOrigin(request: { headers: Pick<Headers, 'get'> }): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === new URL(env().NEXTAUTH_URL).origin;
  return request.headers.get('sec-fetch-site') === 'same-origin';
}
