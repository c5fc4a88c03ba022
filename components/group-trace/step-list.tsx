import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import type { GroupStep, Mend } from './group-step';

type Props = {
  steps: GroupStep[];
  /** Where the person at the desk may mend something; what is left out is not theirs to do. */
  mends: Partial<Record<Mend, { label: string; href: string } | false>>;
};

/** What was looked at, in order, with who must act and a way there. On a phone the evidence stands below. */
export function StepList({ steps, mends }: Props) {
  return (
    <ol aria-label="What was looked at" className="divide-y divide-line border-y border-line text-table">
      {steps.map(({ subject, tone, state, evidence, who, mend }) => {
        const act = mend && mends[mend];
        return (
          <li key={subject} className="grid gap-x-4 gap-y-1 py-2.5 md:grid-cols-[9rem_1fr]">
            <span className="font-medium wrap-anywhere">{subject}</span>
            <div className="flex min-w-0 flex-col items-start gap-1">
              <span className="flex max-w-full wrap-anywhere whitespace-normal [&>span]:whitespace-normal">
                <Status tone={tone}>{state}</Status>
              </span>
              <p className="measure wrap-anywhere">{evidence}</p>
              {who ? (
                <p className="measure">
                  <span className="text-quiet">Who must act:</span> {who}
                </p>
              ) : null}
              {act ? (
                <LinkButton href={act.href} size="small" className="mt-1">
                  {act.label}
                </LinkButton>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
