import type { Metadata } from 'next';
import { NotForYou } from '@/components/toolbox/not-for-you';
import { TokenExchange } from '@/components/toolbox/token-exchange';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Code exchange' };

/** Tokens for a code, and new ones for a refresh token. */
export default async function ExchangePage(props: PageProps<'/[environment]/toolbox/exchange'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const { inProduction } = principal;
  if (!can(principal, 'token.exchange_code', { kind: 'environment' }))
    return <NotForYou what="exchange codes" why="whoever gets the tokens acts as a person" {...principal} />;
  return <TokenExchange environment={environment} inProduction={inProduction} />;
}
