import type { Metadata } from 'next';
import { SignInUrl } from '@/components/toolbox/sign-in-url';
import { readOauthBase } from '@/lib/features/oauth-urls/queries';

export const metadata: Metadata = { title: 'Sign-in URL' };

/** The address that begins a sign-in, with every parameter that Scalekit takes. */
export default async function SignInUrlPage(props: PageProps<'/[environment]/toolbox/sign-in-url'>) {
  const { environment } = await props.params;
  return <SignInUrl environment={environment} base={await readOauthBase(environment, {})} />;
}
