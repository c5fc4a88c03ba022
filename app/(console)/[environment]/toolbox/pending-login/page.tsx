import type { Metadata } from 'next';
import { NotForYou } from '@/components/toolbox/not-for-you';
import { PendingLogin } from '@/components/toolbox/pending-login';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Pending login' };

/** Says who signs in at a login page of one's own. */
export default async function PendingLoginPage(props: PageProps<'/[environment]/toolbox/pending-login'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  if (!can(principal, 'pending_login.update', { kind: 'environment' }))
    return <NotForYou what="answer sign-ins" why="it signs somebody in" {...principal} />;
  return <PendingLogin environment={environment} inProduction={principal.inProduction} />;
}
