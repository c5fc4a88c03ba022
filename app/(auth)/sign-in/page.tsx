import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentSession } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { type PageProps, readPageQuery } from '../page-query';
import { ReasonNotice } from '../reason-notice';
import { failureReason, sessionReason } from '../reasons';
import { SignInForm } from '../sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

/** The way in: why one is here, and one button to the identity provider. */
export default async function SignInPage(props: PageProps) {
  const { callbackUrl, error } = await readPageQuery(props);
  const { state } = await currentSession();
  if (state === 'live' && !error) redirect(callbackUrl);
  const reason = error ? failureReason(error) : sessionReason(state, env().STAFF_IDLE_MINUTES);
  return (
    <>
      <h1 className="text-xl">Sign in</h1>
      {reason ? <ReasonNotice reason={reason} /> : null}
      <p className="text-quiet">
        Your organization’s identity provider knows you. Keydesk has no passwords of its own.
      </p>
      <SignInForm callbackUrl={callbackUrl}>
        {`Sign in with ${new URL(env().STAFF_OIDC_ISSUER).host}`}
      </SignInForm>
    </>
  );
}
