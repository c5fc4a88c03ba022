import { isOwnOrigin } from '@/lib/features/portal-links/own-origin';
import { findPublicLink } from '@/lib/features/portal-links/public-link';
import { verifyCode } from '@/lib/features/portal-links/verify-code';
import { foreignPage } from '../../../link-page-parts';
import { wrongCodeAlert } from '../code-pages';
import { deadPage, linkPage } from '../pages';
import { readField } from '../read-field';
import { respondPage, respondRedirect, respondSafely } from '../respond';

type Context = { params: Promise<{ token: string }> };

/** The code that was typed: when it is right, this browser may go on, and the page shows its button. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    if (!isOwnOrigin(request.headers)) return respondPage(foreignPage());
    const result = await verifyCode(token, await readField(request, 'code'));
    switch (result.kind) {
      case 'verified':
      case 'not_asked':
        return respondRedirect(`/p/${token}`);
      case 'refused':
        return respondPage(deadPage(result.state));
      case 'wrong':
        return respondPage(linkPage(await findPublicLink(token), token, wrongCodeAlert()));
    }
  });
}

/** The address of a code that was refused; loading it again leads back to the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondRedirect(`/p/${encodeURIComponent(token)}`);
}
