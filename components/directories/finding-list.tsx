import { Status } from '@/components/ui/status';
import type { Finding } from './check-directory';

/** What to look at, in order, when people do not arrive. On a phone the advice stands below. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <ol aria-label="What to look at" className="divide-y divide-line border-b border-line text-table">
      {findings.map(({ subject, tone, state, advice }) => (
        <li key={subject} className="grid gap-x-4 gap-y-1 py-2 md:grid-cols-[9rem_15rem_1fr]">
          <span className="font-medium">{subject}</span>
          <span>
            <Status tone={tone}>{state}</Status>
          </span>
          <span className="measure wrap-anywhere">{advice}</span>
        </li>
      ))}
    </ol>
  );
}
