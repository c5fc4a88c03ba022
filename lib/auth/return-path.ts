import 'server-only';
import { env } from '@/lib/env';

// Cookies hold 4 kB, and the way back is encoded twice on its way into one.
const longest = 3000;
const longestWayBack = 1500;

/**
 * The path, query and fragment of an address on this console; null for any other place.
 * Accepts a path or a full URL. The URL parser decides, as the browser will: it drops tabs and turns backslashes
 * into slashes, which is how `/\elsewhere.test` leaves the site.
 */
export function pathOnThisSite(address: string | null | undefined): string | null {
  if (!address || address.length > longest) return null;
  const { origin } = new URL(env().NEXTAUTH_URL);
  if (!address.startsWith('/') && !address.startsWith(`${origin}/`)) return null;
  if (!URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  const isPath = url.origin === origin && !url.pathname.startsWith('//') && !address.includes('\\');
  return isPath ? url.pathname + url.search + url.hash : null;
}

/**
 * Where to bring a person after signing in: the page they came from, else `/`.
 * The pages of signing in and out themselves do not count, nor do the API's addresses.
 */
export function returnPath(callbackUrl: string | null | undefined): string {
  const path = pathOnThisSite(callbackUrl);
  if (!path || path.length > longestWayBack) return '/';
  return /^\/(sign-in|sign-out|api)([/?#]|$)/.test(path) ? '/' : path;
}

/** The sign-in page with the way back. */
export function signInPath(callbackUrl: string, error?: string): string {
  return withQuery('/sign-in', { callbackUrl, error });
}

/** The page that asks for a fresh sign-in, with the way back. */
export function stepUpPath(callbackUrl: string, error?: string): string {
  return withQuery('/sign-in/step-up', { callbackUrl, error });
}

/** The page that checks a fresh sign-in; `for` is the member of staff who was asked. */
export function stepUpDonePath(callbackUrl: string, staffId: string): string {
  return withQuery('/sign-in/step-up/done', { callbackUrl, for: staffId });
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${path}?${new URLSearchParams(given)}`;
}
