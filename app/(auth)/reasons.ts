import type { SessionReading } from '@/lib/auth/staff-session';

/** Why somebody is looking at the sign-in page: what happened, and what to do. */
export type Reason = { tone: 'info' | 'warning' | 'danger'; title: string; text: string };

const askAdministrator =
  'Ask an administrator of this console to add your e-mail address, or to give you a role at your identity provider. Then sign in again.';

const failures: Record<string, Reason> = {
  not_invited: { tone: 'danger', title: 'You have no access to this console', text: askAdministrator },
  no_role: {
    tone: 'danger',
    title: 'You have no role in this console',
    text: 'You are known here, but neither the console nor your identity provider gives you a role. Ask an administrator of this console for one, then sign in again.',
  },
  disabled: {
    tone: 'danger',
    title: 'Your access has been turned off',
    text: 'An administrator of this console disabled it. Ask them if you need it back.',
  },
  unverified_email: {
    tone: 'danger',
    title: 'Your e-mail address is not verified',
    text: 'People are recognised at their first sign-in by an address that the identity provider has verified, and it did not say so about yours. Verify the address there, then sign in again.',
  },
  email_taken: {
    tone: 'danger',
    title: 'Your e-mail address belongs to another account here',
    text: 'Someone with the same address has signed in before under another account of the identity provider. Ask an administrator of this console to sort out which one is yours.',
  },
  other_address: {
    tone: 'warning',
    title: 'You came here by another address',
    text: 'The sign-in works only from this console’s own address, where you are now. Try once more.',
  },
  not_fresh: {
    tone: 'warning',
    title: 'Your identity provider did not confirm a fresh sign-in',
    text: 'It sent you back without asking, or without saying when it last asked. Sign out there and try again. If it keeps happening, an administrator has to let it send auth_time for this console.',
  },
  access_denied: {
    tone: 'info',
    title: 'The sign-in was cancelled',
    text: 'Nothing has changed. Sign in when you are ready.',
  },
  OAuthSignin: {
    tone: 'danger',
    title: 'The identity provider does not answer',
    text: 'The sign-in could not start. Try again in a minute; if it stays that way, tell whoever runs the identity provider.',
  },
  OAuthCallback: {
    tone: 'danger',
    title: 'The sign-in could not be completed',
    text: 'It took longer than 15 minutes, was started twice, or the identity provider refused it. Try again.',
  },
  internal: {
    tone: 'danger',
    title: 'The sign-in failed inside Keydesk',
    text: 'Nothing is wrong with your account. Try again in a minute; if it stays that way, tell whoever runs this console.',
  },
};

/** The words for an error code in the page's address; codes that nobody here made get the general ones. */
export function failureReason(code: string): Reason {
  return (Object.hasOwn(failures, code) && failures[code]) || (failures.internal as Reason);
}

/** The words for what became of the session that this browser had. */
export function sessionReason(state: SessionReading['state'], idleMinutes: number): Reason | null {
  if (state === 'idle') {
    const text = `Nothing was done here for ${inWords(idleMinutes)}. Sign in to go on where you were.`;
    return { tone: 'info', title: 'Your session ended because it was idle', text };
  }
  if (state === 'expired') {
    const text = 'Sign in to go on where you were.';
    return { tone: 'info', title: 'Your session reached its time limit', text };
  }
  if (state === 'ended') {
    const text = 'It was ended from elsewhere, or your access was changed. Sign in to go on where you were.';
    return { tone: 'info', title: 'Your session has ended', text };
  }
  return null;
}

function inWords(minutes: number): string {
  const hours = minutes / 60;
  if (!Number.isInteger(hours)) return `${minutes} minutes`;
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
