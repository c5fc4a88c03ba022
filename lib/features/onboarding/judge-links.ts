import { formatQuantity, formatRelativeTime } from '@/lib/format';
import type { LiveState } from './live-state';
import type { OnboardingStep } from './schema';
import { stepOf } from './step';

/** A customer who is set up without a link of ours does not need one any more. */
const isSetUp = ({ connections, directories }: LiveState) =>
  Boolean(connections?.some(({ completed }) => completed) || directories?.some(({ users }) => users > 0));

export function judgeLinkCreated(live: LiveState): OnboardingStep {
  const step = stepOf({ name: 'link_created', place: 'portal_links' });
  if (!live.links) return step.unread();
  if (live.links.created > 0) return step.done(`${formatQuantity(live.links.created, 'link')} made here.`);
  if (isSetUp(live)) return step.notNeeded('Set up without a link made here.');
  return step.open(
    'No link was made here. Links made elsewhere are not known.',
    'us',
    'Create a portal link',
  );
}

export function judgeLinkOpened(live: LiveState): OnboardingStep {
  const step = stepOf({ name: 'link_opened', place: 'portal_links' });
  const { links } = live;
  if (!links) return step.unread();
  if (links.openedAt) return step.done(`Last opened ${formatRelativeTime(links.openedAt)}.`);
  if (isSetUp(live)) return step.notNeeded('Set up without opening a link made here.');
  if (links.created === 0) return step.later('Comes after the link.');
  if (links.usable === 0)
    return step.open('Nobody opened it, and no link works any more.', 'us', 'Create another portal link');
  return step.open('Nobody has opened it yet.', 'customer', 'Open the portal link');
}
