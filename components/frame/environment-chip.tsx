import { classNames } from '@/components/ui/class-names';

type Props = { environment: string; isProduction: boolean };

/** The name of the environment at hand: filled for production, outlined otherwise. */
export function EnvironmentChip({ environment, isProduction }: Props) {
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center rounded-full border px-2.5 text-table font-semibold whitespace-nowrap',
        isProduction
          ? 'border-transparent bg-production text-on-production'
          : 'border-dashed border-line-strong text-text',
      )}
    >
      {environment}
    </span>
  );
}
