import { html } from '@/lib/html';
import { toAppError } from '@/lib/server/to-app-error';
import type { Page } from '../../link-page-parts';
import { brokenPage } from './pages';

/** The URL holds a credential: it must not reach another site's referrer, a cache or a search engine. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

/** A whole document without a script: it must work in the most locked-down browser of a customer. */
export function respondPage({ status, title, body }: Page): Response {
  const document = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/portal-link.css">
  </head>
  <body><main>${body}</main></body>
</html>`;
  return new Response(document.markup, {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
  });
}

/** Sends the browser to `location` by GET. */
export function respondRedirect(location: string): Response {
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

/** Runs a handler; what it throws becomes a page. Next's own error log would name the path, which holds the token. */
export async function respondSafely(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    const { requestId } = toAppError(error);
    return respondPage(brokenPage(requestId ?? 'none'));
  }
}
