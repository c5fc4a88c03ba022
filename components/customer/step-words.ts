import type { Tone } from '@/components/ui/tone';
import type { CustomerStep, StepName } from '@/lib/features/onboarding/schema';

type Words = { title: string; done: string; you: string; us: string };

const contact = 'the person who sent you the link';
const none: Words = { title: '', done: '', you: '', us: '' };

const words: Record<StepName, Words> = {
  link_created: none,
  link_opened: none,
  domain_verified: {
    title: 'Prove that your domain is yours',
    done: 'Your domain is proved.',
    you: 'Publish the TXT record that stands below.',
    us: `Add your domain in the setup portal. Where one was not proved in time, ask ${contact} to add it again.`,
  },
  connection_completed: {
    title: 'Connect your identity provider',
    done: 'The connection is complete.',
    you: 'Set it up in the setup portal, with your identity provider at hand.',
    us: `Ask ${contact}.`,
  },
  tested: {
    title: 'Try the connection',
    done: 'Somebody has signed in through it.',
    you: 'Sign in through it once.',
    us: `Ask ${contact} to try it with you.`,
  },
  enabled: {
    title: 'Switch sign-in over',
    done: 'Your people sign in through your identity provider.',
    you: 'Say when it suits you.',
    us: `Tell ${contact} when it suits you: they switch it over.`,
  },
  scim_users: {
    title: 'Send people and groups by themselves (SCIM)',
    done: 'Your directory sends people.',
    you: 'Set up directory sync in the setup portal, and assign people in your identity provider.',
    us: `The directory is switched off. Ask ${contact} to switch it on.`,
  },
};

export type StepWords = { title: string; text: string; tone: Tone; label: string; isYours: boolean };

/** A step as the customer reads it: what it is, how it stands, and whose turn it is. */
export function wordsOf({ name, state, who }: CustomerStep): StepWords {
  const { title, done, you, us } = words[name];
  const say = (tone: Tone, label: string, text: string) => ({ title, tone, label, text, isYours: false });
  if (state === 'done') return say('success', 'Done', done);
  if (state === 'not_needed') return say('neutral', 'Not needed', 'This is not part of your set-up.');
  if (state === 'unknown')
    return name === 'tested'
      ? say('neutral', 'Not known', 'As far as can be seen, nobody has signed in through it yet.')
      : say('warning', 'Not known', 'This could not be read now. Load the page again.');
  if (who === 'customer') return { ...say('info', 'Your turn', you), isYours: true };
  if (who === 'us') return say('info', 'Our turn', us);
  return say('neutral', 'Later', 'This comes after the steps above.');
}
