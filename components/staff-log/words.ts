import type { Tone } from '@/components/ui/tone';
import type { StaffLogOutcome } from '@/lib/features/staff-log/schema';

/** How an outcome reads. `unknown` is never shown as a failure: nobody knows. */
export const outcomeWords: Record<StaffLogOutcome, { tone: Tone; label: string }> = {
  ok: { tone: 'success', label: 'Done' },
  failed: { tone: 'danger', label: 'Failed' },
  unknown: { tone: 'warning', label: 'Unknown' },
  denied: { tone: 'warning', label: 'Refused' },
  notice: { tone: 'info', label: 'Notice' },
};
