import { openPortalLink } from '@/lib/features/portal-links/open-link';
import { isOwnOrigin } from '@/lib/features/portal-links/own-origin';
import { findPublicLink } from '@/lib/features/portal-links/public-link';
import { readVisitor } from '@/lib/visitor';
import { foreignPage } from '../../../link-page-parts';
import { deadPage, failedPage, linkPage } from '../pages';
import { respondPage, respondRedirect, respondSafely } from '../respond';

type Context = { params: Promise<{ token: string }> };

/** The button of the durable link's page: mints a fresh Scalekit link and leads there. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    if (!isOwnOrigin(request.headers)) return respondPage(foreignPage());
    const result = await openPortalLink(token, readVisitor(request.headers));
    switch (result.kind) {
      case 'opened':
        return respondRedirect(result.location);
      case 'unverified':
        return respondRedirect(`/p/${token}`);
      case 'paused':
        return respondPage(linkPage(await findPublicLink(token), token));
      case 'refused':
        return respondPage(deadPage(result.state));
      case 'failed': {
        const link = await findPublicLink(token);
        return respondPage(failedPage(link, token, result.unknown, result.requestId));
      }
    }
  });
}

/** The address bar shows this path after a press that failed; loading it again leads back to the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondRedirect(`/p/${encodeURIComponent(token)}`);
}
