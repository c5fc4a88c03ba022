import { findPublicAccountLink, openAccountLink } from '@/lib/features/connected-accounts/durable-open';
import { isOwnOrigin } from '@/lib/features/portal-links/own-origin';
import { foreignPage } from '../../../link-page-parts';
import { readField } from '../../../p/[token]/read-field';
import { respondPage, respondRedirect, respondSafely } from '../../../p/[token]/respond';
import { type Alert, deadPage, linkPage } from '../pages';

type Context = { params: Promise<{ token: string }> };

// One sentence for every code that does not pass: which of them it was is nobody's to learn.
const wrongCode: Alert = {
  status: 422,
  title: 'Not connected yet',
  what: 'That code is wrong or works no longer. Type the code of the newest mail, or ask for another.',
  field: true,
};

/** The button of the page: checks the code, mints a fresh link of Scalekit's and leads there. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    if (!isOwnOrigin(request.headers)) return respondPage(foreignPage());
    const result = await openAccountLink(token, await readField(request, 'code'));
    switch (result.kind) {
      case 'opened':
        return respondRedirect(result.location);
      case 'refused':
        return respondPage(deadPage(result.state));
      case 'paused':
        return respondPage(linkPage(await findPublicAccountLink(token), token));
      case 'wrong_code':
        return respondPage(linkPage(await findPublicAccountLink(token), token, wrongCode));
      case 'failed':
        return respondPage(linkPage(await findPublicAccountLink(token), token, notOpened(result)));
    }
  });
}

function notOpened({ unknown, requestId }: { unknown: boolean; requestId: string }): Alert {
  const what = unknown
    ? 'The service did not answer in time. Try again in a minute.'
    : 'The service could not prepare the next page. Try again in a minute.';
  return { status: 503, title: 'The account could not be connected', what, requestId };
}

/** The address bar shows this path after a press that failed; loading it again leads back to the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondRedirect(`/c/${encodeURIComponent(token)}`);
}
