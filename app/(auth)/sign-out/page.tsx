import type { Metadata } from 'next';
import { buttonStyle } from '@/components/ui/button-style';
import { currentSession } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Sign out' };

/** Asks before signing out: a link alone must not end a session. */
export default async function SignOutPage() {
  const reading = await currentSession();
  const who = reading.state === 'live' ? `You are signed in as ${reading.staff.email}. ` : '';
  return (
    <>
      <h1 className="text-xl">Sign out</h1>
      <p className="text-quiet">
        {who}Signing out ends this browser’s session here and at your identity provider.
      </p>
      <form method="post" action="/sign-out/end">
        <button type="submit" className={buttonStyle('primary', 'medium', 'w-full')}>
          Sign out
        </button>
      </form>
      <a className="text-link self-start" href="/">
        Stay signed in
      </a>
    </>
  );
}
