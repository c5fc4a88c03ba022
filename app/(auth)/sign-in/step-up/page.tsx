import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signInPath } from '@/lib/auth/return-path';
import { currentSession } from '@/lib/auth/session';
import { type PageProps, readPageQuery } from '../../page-query';
import { ReasonNotice } from '../../reason-notice';
import { failureReason } from '../../reasons';
import { SignInForm } from '../../sign-in-form';

export const metadata: Metadata = { title: 'Confirm who you are' };

/** Asks for a fresh sign-in before something that cannot be undone. */
export default async function StepUpPage(props: PageProps) {
  const { callbackUrl, error } = await readPageQuery(props);
  const reading = await currentSession();
  if (reading.state !== 'live') redirect(signInPath(callbackUrl, error));
  return (
    <>
      <h1 className="text-xl">Confirm who you are</h1>
      {error ? <ReasonNotice reason={failureReason(error)} /> : null}
      <p className="text-quiet">
        What you asked for needs a sign-in from the last 10 minutes. Sign in again as {reading.staff.email}{' '}
        and you come back to where you were.
      </p>
      <SignInForm callbackUrl={callbackUrl} stepUp>
        Sign in again
      </SignInForm>
      <a className="text-link self-start" href={callbackUrl}>
        Go back without signing in
      </a>
    </>
  );
}
