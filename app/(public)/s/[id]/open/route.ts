import { describeBrowser } from '@/lib/describe-browser';
import { takeHandOver } from '@/lib/features/hand-overs/take-hand-over';
import { isOwnOrigin } from '@/lib/features/portal-links/own-origin';
import { toAppError } from '@/lib/server/to-app-error';
import { readVisitor } from '@/lib/visitor';

type Context = { params: Promise<{ id: string }> };

/** The answer holds a ciphertext that exists nowhere else any more, and the address a credential. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

const statuses = { taken: 200, opened: 410, revoked: 410, expired: 410, made_up: 404 };

/** The button of a hand-over's page: the ciphertext for one browser, once. The key stays in that browser. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id: token } = await params;
  if (!isOwnOrigin(request.headers)) return Response.json({ state: 'refused' }, { status: 403, headers });
  try {
    const { ip, userAgent } = readVisitor(request.headers);
    const taken = await takeHandOver(token, { ip, browser: userAgent && describeBrowser(userAgent) });
    return Response.json(taken, { status: statuses[taken.state], headers });
  } catch (error) {
    // Next's own error log would name the path, which holds the token.
    const { requestId } = toAppError(error);
    return Response.json({ state: 'failed', requestId }, { status: 500, headers });
  }
}
