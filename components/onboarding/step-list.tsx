import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Status } from '@/components/ui/status';
import { type OnboardingStep, type StepName, stepLabels } from '@/lib/features/onboarding/schema';
import { stepHref } from './step-href';
import { stateWords, whoWords } from './words';

type Props = { environment: string; organizationId: string; steps: OnboardingStep[]; next: StepName | null };

/** The steps in their order: the picture in words, each with what it is read from and where it is seen to. */
export function StepList({ environment, organizationId, steps, next }: Props) {
  return (
    <ol aria-label="Steps" className="mt-3 text-table">
      {steps.map((step) => {
        const { tone, label } = stateWords[step.state];
        return (
          <li
            key={step.name}
            aria-current={step.name === next ? 'step' : undefined}
            className="grid gap-x-4 gap-y-0.5 border-b border-line py-2 last:border-b-0 md:grid-cols-[112px_minmax(168px,1fr)_2fr]"
          >
            <span>
              <Status tone={tone}>{label}</Status>
            </span>
            <Link
              prefetch={false}
              href={stepHref(environment, organizationId, step)}
              className="w-fit font-medium hover:underline"
            >
              {stepLabels[step.name]}
            </Link>
            <span className="wrap-anywhere text-quiet">
              {step.evidence}
              {step.act && step.who ? (
                <span className="mt-0.5 block text-text">
                  <Badge>{whoWords[step.who]}</Badge> {step.act}
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
