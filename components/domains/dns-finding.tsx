import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DomainCheck } from '@/lib/features/domains/schema';
import type { explainCheck } from './words';

type Props = { check: DomainCheck; words: ReturnType<typeof explainCheck> };

/** What the DNS said of a domain's record, in the words of whoever reads it: staff or the customer. */
export function DnsFinding({ check, words: { tone, title, advice } }: Props) {
  return (
    <Notice tone={tone} title={title}>
      <p>{advice}</p>
      {check.found.length > 0 ? (
        <ul aria-label="TXT records that are there" className="mt-2 flex flex-col gap-1">
          {check.found.map((value) => (
            <li key={value} className="font-mono text-xs wrap-anywhere">
              {value === check.expected ? <strong>{value}</strong> : value}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 text-quiet">
        Asked <RelativeTime time={check.at} />.
      </p>
    </Notice>
  );
}
