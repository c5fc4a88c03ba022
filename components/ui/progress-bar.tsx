import { classNames } from './class-names';

type Props = {
  /** What is counted: "API budget". */
  label: string;
  value: number;
  max: number;
  tone?: 'accent' | 'warning' | 'danger';
  className?: string;
};

const fills = { accent: 'fill-accent', warning: 'fill-warning-text', danger: 'fill-danger' };

/** How much of something is used or done. Its numbers stand beside it in words. */
export function ProgressBar({ label, value, max, tone = 'accent', className }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={max}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={classNames('h-1 w-full rounded-full', className)}
    >
      <rect width="100" height="4" className="fill-line" />
      <rect width={share * 100} height="4" className={fills[tone]} />
    </svg>
  );
}
