import type { Metadata } from 'next';
import { TokenInspector } from '@/components/token-inspector/token-inspector';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Tokens and keys' };

/** What a pasted token or API key is, whose, and whether it works. */
export default async function TokensPage(props: PageProps<'/[environment]/toolbox/tokens'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  return <TokenInspector environment={environment} mayRevoke={can(principal, 'api_key.revoke')} />;
}
