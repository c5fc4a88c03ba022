import { formatQuantity } from '@/lib/format';
import type { LiveState } from './live-state';
import type { OnboardingStep } from './schema';
import { stepOf } from './step';

export function judgeDomain({ domains }: LiveState): OnboardingStep {
  const step = stepOf({ name: 'domain_verified', place: 'domains' });
  if (!domains) return step.unread();
  const verified = domains.filter(({ state }) => state === 'verified');
  const [first] = verified;
  if (first)
    return step.done(
      verified.length === 1 ? `${first.domain}.` : `${first.domain} and ${verified.length - 1} more.`,
    );
  const pending = domains.find(({ state }) => state === 'pending');
  if (pending)
    return step.open(`${pending.domain} waits for its record.`, 'customer', 'Publish the TXT record');
  const [failed] = domains;
  if (failed)
    return step.open(
      `${failed.domain} was not proved in time.`,
      'us',
      'Delete the domain and have it added again',
    );
  return step.open('No domain yet.', 'us', 'Add a domain, or have the customer prove theirs in the portal');
}

export function judgeScim({ directories, features }: LiveState): OnboardingStep {
  const [directory] = directories ?? [];
  const step = stepOf({ name: 'scim_users', place: 'directories', placeId: directory?.id });
  if (!directories) return step.unread();
  const users = directories.reduce((sum, one) => sum + one.users, 0);
  if (users > 0) return step.done(`${formatQuantity(users, 'user')} received.`);
  if (!directory) {
    if (!features) return step.unread();
    return features.includes('dir_sync')
      ? step.open('No directory yet.', 'customer', 'Set up directory sync in the portal')
      : step.notNeeded('Directory sync is off for this customer.');
  }
  return directories.some(({ enabled }) => enabled)
    ? step.open(
        'The directory has received nobody yet.',
        'customer',
        'Assign people in the identity provider',
      )
    : step.open('The directory is disabled.', 'us', 'Enable the directory');
}
