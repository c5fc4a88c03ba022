import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'medium';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border border-transparent',
  secondary: 'bg-raised text-text border border-line-strong/60 hover:bg-hover',
  ghost: 'text-text border border-transparent hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover border border-transparent',
};

const sizes: Record<ButtonSize, string> = {
  small: 'h-7 px-2 text-table gap-1.5',
  medium: 'h-8 px-3 gap-2',
};

/** The look that buttons and links on their place share. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classNames(
    'relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded font-medium',
    'transition-colors duration-120 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    variants[variant],
    sizes[size],
    className,
  );
}
