import { findPublicLink } from '@/lib/features/portal-links/public-link';
import { linkPage } from './pages';
import { respondPage, respondSafely } from './respond';

type Context = { params: Promise<{ token: string }> };

/** The durable link's page. Opens nothing: mail scanners follow links too. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    return respondPage(linkPage(await findPublicLink(token), token));
  });
}
