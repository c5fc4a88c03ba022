import { isOwnOrigin } from '@/lib/features/portal-links/own-origin';
import { findPublicLink } from '@/lib/features/portal-links/public-link';
import { sendCode } from '@/lib/features/portal-links/send-code';
import { foreignPage } from '../../../link-page-parts';
import { notMailedAlert, tooManyAlert } from '../code-pages';
import { deadPage, linkPage } from '../pages';
import { respondPage, respondRedirect, respondSafely } from '../respond';

type Context = { params: Promise<{ token: string }> };

/** "Send me a code": mails one to the link's recipient and leads back to the page, which then asks for it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    if (!isOwnOrigin(request.headers)) return respondPage(foreignPage());
    const result = await sendCode(token);
    switch (result.kind) {
      case 'sent':
      case 'not_asked':
        return respondRedirect(`/p/${token}`);
      case 'refused':
        return respondPage(deadPage(result.state));
      case 'too_many':
        return respondPage(linkPage(await findPublicLink(token), token, tooManyAlert(result.freeAt)));
      case 'failed':
        return respondPage(
          linkPage(await findPublicLink(token), token, notMailedAlert(result.unknown, result.requestId)),
        );
    }
  });
}

/** The address of a press that came to nothing; loading it again leads back to the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondRedirect(`/p/${encodeURIComponent(token)}`);
}
