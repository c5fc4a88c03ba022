import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { env } from '@/lib/env';
import { type PageProps, readPageQuery } from '../../page-query';

export const metadata: Metadata = { title: 'Signed out' };

/** Where signing out ends, the issuer's part included. */
export default async function SignedOutPage(props: PageProps) {
  const { only } = await readPageQuery(props);
  return (
    <>
      <h1 className="text-xl">You are signed out</h1>
      {only === 'keydesk' ? (
        <Notice tone="warning" title="Your identity provider may still know you">
          {new URL(env().STAFF_OIDC_ISSUER).host} offers no sign-out of its own or does not answer. On a
          shared computer, sign out there too.
        </Notice>
      ) : null}
      <LinkButton href="/sign-in" variant="primary" prefetch={false}>
        Sign in again
      </LinkButton>
    </>
  );
}
