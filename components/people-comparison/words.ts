import type { Tone } from '@/components/ui/tone';
import type { FindingKind } from './classify-people';

/** How a kind of finding reads, of one person and of several. */
export const kindWords: Record<FindingKind, { tone: Tone; label: string; many: string }> = {
  duplicate: { tone: 'danger', label: 'Duplicate', many: 'Duplicates' },
  orphan: { tone: 'warning', label: 'Orphan', many: 'Orphans' },
  missing: { tone: 'warning', label: 'Missing', many: 'Missing' },
  left: { tone: 'danger', label: 'Has left', many: 'Have left' },
  differs: { tone: 'info', label: 'Address differs', many: 'Addresses differ' },
};
