import type { Tone } from '@/components/ui/tone';
import type { ApprovalState } from '@/lib/features/approvals/schema';

/** How a request stands, for people. */
export const stateWords: Record<ApprovalState, { tone: Tone; label: string }> = {
  open: { tone: 'warning', label: 'Waits' },
  approved: { tone: 'success', label: 'Approved' },
  used: { tone: 'neutral', label: 'Done' },
  refused: { tone: 'danger', label: 'Refused' },
  withdrawn: { tone: 'neutral', label: 'Withdrawn' },
  expired: { tone: 'neutral', label: 'Ran out' },
};
