import { findPublicLink } from '@/lib/features/portal-links/public-link';
import { activePage, deadPage } from './pages';
import { respondPage, respondSafely } from './respond';

type Context = { params: Promise<{ token: string }> };

/** The durable link's page. Opens nothing: mail scanners follow links too. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => {
    const link = await findPublicLink(token);
    return respondPage(link.state === 'active' ? activePage(link, token) : deadPage(link.state));
  });
}
