import { Status } from '@/components/ui/status';
import type { DryRunStep } from '@/lib/features/doctor/schema';

const states = {
  yes: { tone: 'success', label: 'Goes on' },
  no: { tone: 'danger', label: 'Stops here' },
  unknown: { tone: 'neutral', label: 'Not known' },
} as const;

/** The stations of a sign-in in order. */
export function DryRunSteps({ steps }: { steps: DryRunStep[] }) {
  return (
    <ol aria-label="Stations" className="divide-y divide-line border-y border-line text-table">
      {steps.map(({ subject, state, words, why }) => (
        <li key={subject} className="grid gap-x-4 gap-y-1 py-2.5 md:grid-cols-[9rem_9rem_1fr]">
          <span className="font-medium">{subject}</span>
          <Status tone={states[state].tone}>{states[state].label}</Status>
          <div className="measure min-w-0 wrap-anywhere">
            <p>{words}</p>
            {why ? <p className="text-quiet">{why}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
