import { findPublicAccountLink, sendAccountLinkCode } from '@/lib/features/connected-accounts/durable-open';
import { isOwnOrigin } from '@/lib/features/portal-links/own-origin';
import { foreignPage } from '../../../link-page-parts';
import { respondPage, respondRedirect, respondSafely } from '../../../p/[token]/respond';
import { type Alert, deadPage, linkPage } from '../pages';

type Context = { params: Promise<{ token: string }> };

const tooMany: Alert = {
  status: 429,
  title: 'No more codes for now',
  what: 'Five were sent within an hour. Try again in an hour.',
};

/** "Send the code": mails one to the link's recipient and leads back to the page, which then asks for it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    if (!isOwnOrigin(request.headers)) return respondPage(foreignPage());
    const result = await sendAccountLinkCode(token);
    switch (result.kind) {
      case 'sent':
      case 'not_asked':
        return respondRedirect(`/c/${token}`);
      case 'refused':
        return respondPage(deadPage(result.state));
      case 'too_many':
        return respondPage(linkPage(await findPublicAccountLink(token), token, tooMany));
      case 'failed':
        return respondPage(linkPage(await findPublicAccountLink(token), token, notMailed(result)));
    }
  });
}

function notMailed({ unknown, requestId }: { unknown: boolean; requestId: string }): Alert {
  return unknown
    ? {
        status: 503,
        title: 'The code may not have been sent',
        what: 'The mail server did not answer in time. Wait a minute, or ask for another.',
        requestId,
      }
    : {
        status: 503,
        title: 'The code was not sent',
        what: 'The mail could not be sent. Try again in a minute.',
        requestId,
      };
}

/** The address of a press that came to nothing; loading it again leads back to the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondRedirect(`/c/${encodeURIComponent(token)}`);
}
