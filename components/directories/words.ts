import type { Tone } from '@/components/ui/tone';
import type {
  DirectoryRow,
  DirectorySecret,
  DirectoryType,
  DirectoryUserRow,
} from '@/lib/features/directories/schema';

export const directoryTypeWords: Record<DirectoryType, { label: string; hint: string }> = {
  SCIM: { label: 'SCIM', hint: 'The identity provider pushes users and groups to an address of Scalekit’s.' },
  POLL: { label: 'Polled', hint: 'Scalekit asks the provider, as with Google Workspace.' },
  LDAP: { label: 'LDAP', hint: 'A directory of the customer’s own, read by LDAP.' },
  Other: { label: 'Other', hint: '' },
};

/** Whether a secret is accepted at this moment. */
export function isWorking(secret: DirectorySecret, now = Date.now()): boolean {
  return secret.isActive && (secret.expiresAt === null || Date.parse(secret.expiresAt) > now);
}

const soonMs = 30 * 86_400_000;

/** How a secret stands: its status at Scalekit and its expiry together. */
export function secretWords(secret: DirectorySecret, now = Date.now()): { tone: Tone; label: string } {
  if (!secret.isActive) return { tone: 'neutral', label: 'Inactive' };
  if (!isWorking(secret, now)) return { tone: 'danger', label: 'Expired' };
  const left = secret.expiresAt === null ? soonMs : Date.parse(secret.expiresAt) - now;
  return left < soonMs ? { tone: 'warning', label: 'Expires soon' } : { tone: 'success', label: 'Active' };
}

export const trackedWords = {
  all: 'all groups',
  selected: 'chosen groups only',
} satisfies Record<NonNullable<DirectoryRow['groupsTracked']>, string>;

/** Whether the directory says that somebody still works there. */
export function activityWords({ isActive }: Pick<DirectoryUserRow, 'isActive'>): {
  tone: Tone;
  label: string;
} {
  if (isActive === null) return { tone: 'neutral', label: 'Not known' };
  return isActive ? { tone: 'success', label: 'Active' } : { tone: 'warning', label: 'Inactive' };
}
