import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import { type Onboarding, stepLabels } from '@/lib/features/onboarding/schema';
import { ProgressPicture } from './progress-picture';
import { stepHref } from './step-href';
import { StepList } from './step-list';
import { progressWords } from './words';

type Props = {
  environment: string;
  organizationId: string;
  onboarding: Result<Onboarding>;
  retryHref: string;
};

/** How far the customer's set-up is, what comes next, and who has to do it. */
export function OnboardingSection({ environment, organizationId, onboarding, retryHref }: Props) {
  if (!onboarding.ok) {
    return (
      <Section title="Onboarding">
        <ErrorPanel
          title="The onboarding could not be read."
          error={onboarding.error}
          retryHref={retryHref}
        />
      </Section>
    );
  }
  const { steps, next } = onboarding.data;
  const step = steps.find(({ name }) => name === next);
  return (
    <Section title="Onboarding" description="Read now from Scalekit and from the portal links made here.">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium">{progressWords(steps)}.</p>
          <p className="text-quiet">
            {step ? (
              <>
                Next, {step.who === 'us' ? 'for us' : 'for the customer'}: {lowerFirst(step.act ?? '')}.
              </>
            ) : (
              'Nothing waits for anybody.'
            )}
          </p>
        </div>
        {step ? (
          <LinkButton
            size="small"
            href={stepHref(environment, organizationId, step)}
            aria-label={`Go to this step: ${stepLabels[step.name]}`}
          >
            Go to this step
          </LinkButton>
        ) : null}
      </div>
      <div className="mt-3">
        <ProgressPicture steps={steps} />
      </div>
      <StepList environment={environment} organizationId={organizationId} steps={steps} next={next} />
    </Section>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
