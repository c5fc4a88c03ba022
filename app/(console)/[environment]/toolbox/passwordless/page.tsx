import type { Metadata } from 'next';
import { NotForYou } from '@/components/toolbox/not-for-you';
import { Passwordless } from '@/components/toolbox/passwordless';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Passwordless' };

/** A code or link by mail: sent, sent again, and taken for proof. */
export default async function PasswordlessPage(props: PageProps<'/[environment]/toolbox/passwordless'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const mayVerify = can(principal, 'passwordless.verify', { kind: 'environment' });
  if (!can(principal, 'passwordless.send', { kind: 'environment' }))
    return (
      <NotForYou what="send such mails" why="they go to people’s mailboxes" least="leads" {...principal} />
    );
  return (
    <Passwordless environment={environment} inProduction={principal.inProduction} mayVerify={mayVerify} />
  );
}
