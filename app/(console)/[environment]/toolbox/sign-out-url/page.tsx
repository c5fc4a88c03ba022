import type { Metadata } from 'next';
import { SignOutUrl } from '@/components/toolbox/sign-out-url';
import { readOauthBase } from '@/lib/features/oauth-urls/queries';

export const metadata: Metadata = { title: 'Sign-out URL' };

/** The address that ends a session, in the browser that opens it. */
export default async function SignOutUrlPage(props: PageProps<'/[environment]/toolbox/sign-out-url'>) {
  const { environment } = await props.params;
  const { url } = await readOauthBase(environment, {});
  return <SignOutUrl base={url} />;
}
