import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { customerPaths } from '@/lib/customer-paths';
import type { Result } from '@/lib/errors';
import type { CustomerStep } from '@/lib/features/onboarding/schema';
import { wordsOf } from './step-words';

/** How far the set-up is, step by step, and whose turn it is. */
export function StepSection({ steps }: { steps: Result<CustomerStep[]> }) {
  if (!steps.ok)
    return (
      <Section title="Your set-up">
        <ErrorPanel
          title="The steps could not be read."
          error={steps.error}
          retryHref={customerPaths.setUp}
        />
      </Section>
    );
  const needed = steps.data.filter(({ state }) => state !== 'not_needed');
  const done = needed.filter(({ state }) => state === 'done').length;
  return (
    <Section title="Your set-up" description={`${done} of ${needed.length} steps done.`}>
      <ol aria-label="Steps">
        {steps.data.map((step) => {
          const { title, text, tone, label, isYours } = wordsOf(step);
          return (
            <li
              key={step.name}
              aria-current={isYours ? 'step' : undefined}
              className="grid gap-x-4 gap-y-0.5 border-b border-line py-3 last:border-b-0 md:grid-cols-[104px_minmax(0,1fr)]"
            >
              <Status tone={tone}>{label}</Status>
              <div className="min-w-0">
                <p className="font-medium">{title}</p>
                <p className="measure text-table text-quiet">{text}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
