import { findPublicAccountLink } from '@/lib/features/connected-accounts/durable-open';
import { respondPage, respondSafely } from '../../p/[token]/respond';
import { linkPage } from './pages';

type Context = { params: Promise<{ token: string }> };

/** The page of a durable link to connect an account. Opens nothing: mail scanners follow links too. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return respondSafely(async () => respondPage(linkPage(await findPublicAccountLink(token), token)));
}
