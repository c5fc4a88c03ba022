import type { OnboardingStep, StepState } from '@/lib/features/onboarding/schema';
import { progressWords } from './words';

const width = 100;
const gap = 1.5;
const height = 6;

const looks: Record<StepState, string> = {
  done: 'fill-accent',
  open: 'fill-none stroke-line-strong',
  unknown: 'fill-none stroke-warning-text',
  not_needed: 'fill-line',
};

/** One box for each step: filled when done, a frame while open, a dashed frame where nothing can tell. */
export function ProgressPicture({ steps }: { steps: OnboardingStep[] }) {
  const box = (width - gap * (steps.length - 1)) / steps.length;
  return (
    <svg
      role="img"
      aria-label={progressWords(steps)}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-3 w-full max-w-120"
    >
      {steps.map(({ name, state }, index) => (
        <rect
          key={name}
          x={index * (box + gap) + 0.3}
          y={0.5}
          width={box - 0.6}
          height={height - 1}
          strokeDasharray={state === 'unknown' ? '3 2' : undefined}
          vectorEffect="non-scaling-stroke"
          className={looks[state]}
        />
      ))}
    </svg>
  );
}
