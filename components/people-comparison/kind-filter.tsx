'use client';

import { usePathname } from 'next/navigation';
import { buttonStyle } from '@/components/ui/button-style';
import { formatCount } from '@/lib/format';
import { withSearch } from '@/lib/paths';
import { type FindingKind, findingKinds } from './classify-people';
import { kindWords } from './words';

type Kind = FindingKind | 'any' | 'all';

type Props = { kind: Kind; counts: Record<FindingKind, number>; people: number };

/** Which kind of finding is shown; stands in the address, and reads nothing anew. */
export function KindFilter({ kind, counts, people }: Props) {
  const path = usePathname();
  const entries: { kind: Kind; label: string; count: number | null }[] = [
    { kind: 'any', label: 'All findings', count: null },
    ...findingKinds.map((one) => ({ kind: one, label: kindWords[one].many, count: counts[one] })),
    { kind: 'all', label: 'Everybody', count: people },
  ];
  const choose = (next: Kind) =>
    window.history.replaceState(null, '', withSearch(path, { kind: next === 'any' ? '' : next }));
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Show</legend>
      {entries.map((one) => (
        <button
          key={one.kind}
          type="button"
          aria-pressed={one.kind === kind}
          onClick={() => choose(one.kind)}
          className={buttonStyle(
            'secondary',
            'small',
            one.kind === kind ? 'bg-accent-soft font-medium' : undefined,
          )}
        >
          {one.label}
          {one.count === null ? '' : ` (${formatCount(one.count)})`}
        </button>
      ))}
    </fieldset>
  );
}
