import 'server-only';
import { env } from '@/lib/env';

/**
 * True unless a form of another site posted. A page under `no-referrer` posts `Origin: null`, and some programs
 * send none: both pass where the browser does not say that the form stands elsewhere (`Sec-Fetch-Site`), because what
 * allows an open is the token.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return true;
  if (origin === new URL(env().NEXTAUTH_URL).origin) return true;
  return origin.replace(/^https?:\/\//, '') === headers.get('host');
}
