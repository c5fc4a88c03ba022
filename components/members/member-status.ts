import type { Tone } from '@/components/ui/tone';
import type { MemberRow, MemberStatus } from '@/lib/features/members/schema';

/** How a membership's status reads. */
export const memberStatusWords: Record<MemberStatus, { tone: Tone; label: string }> = {
  active: { tone: 'success', label: 'Active' },
  inactive: { tone: 'neutral', label: 'Inactive' },
  pending_invite: { tone: 'info', label: 'Invited' },
  invite_expired: { tone: 'warning', label: 'Invitation expired' },
  other: { tone: 'neutral', label: 'Other' },
};

/** True while the person has not accepted. */
export function isInvited({ status }: Pick<MemberRow, 'status'>): boolean {
  return status === 'pending_invite' || status === 'invite_expired';
}
