import { type NextRequest, NextResponse } from 'next/server';
import { authCookies } from '@/lib/auth/cookies';
import { issuerLogoutUrl } from '@/lib/auth/issuer';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { endSession } from '@/lib/auth/staff-session';
import { env } from '@/lib/env';

/** Ends the session here, then at the issuer, which sends the person to `/sign-out/done`. */
export async function POST(request: NextRequest): Promise<Response> {
  const site = env().NEXTAUTH_URL;
  if (!isSameOrigin(request)) return NextResponse.redirect(new URL('/sign-out', site), 303);
  const { name, options } = authCookies().sessionToken;
  const token = request.cookies.get(name)?.value;
  const idToken = token ? (await endSession(token)).idToken : null;
  const issuer = await issuerLogoutUrl(idToken, new URL('/sign-out/done', site).href);
  const response = NextResponse.redirect(issuer ?? new URL('/sign-out/done?only=keydesk', site), 303);
  response.cookies.set(name, '', { ...options, maxAge: 0 });
  return response;
}

/** Somebody reloaded or typed the address. */
export function GET(): Response {
  return NextResponse.redirect(new URL('/sign-out', env().NEXTAUTH_URL), 303);
}
