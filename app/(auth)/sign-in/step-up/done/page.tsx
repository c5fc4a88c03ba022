import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/components/ui/link-button';
import { isFreshSignIn } from '@/lib/auth/principal';
import { signInPath, stepUpPath } from '@/lib/auth/return-path';
import { currentSession } from '@/lib/auth/session';
import { type PageProps, readPageQuery } from '../../../page-query';

export const metadata: Metadata = { title: 'Signed in again' };

/** Where a fresh sign-in comes back: checks that it was fresh, and who it was. */
export default async function StepUpDonePage(props: PageProps) {
  const { callbackUrl, for: staffId } = await readPageQuery(props);
  const reading = await currentSession();
  if (reading.state !== 'live') redirect(signInPath(callbackUrl));
  if (reading.staff.id === staffId) {
    redirect(isFreshSignIn(reading.session.authTime) ? callbackUrl : stepUpPath(callbackUrl, 'not_fresh'));
  }
  return (
    <>
      <h1 className="text-xl">You are now {reading.staff.name}</h1>
      <p className="text-quiet">
        Somebody else was asked to sign in again, but {reading.staff.email} answered. The other person’s
        session in this browser has ended, and nothing was done in their name. You go on with your own role.
      </p>
      <LinkButton href={callbackUrl} variant="primary" prefetch={false}>
        Go on as {reading.staff.name}
      </LinkButton>
    </>
  );
}
