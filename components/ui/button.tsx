import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { Spinner } from './spinner';

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a spinner in place of the words and keeps the width. The form ignores clicks meanwhile. */
  pending?: boolean;
  /** Greyed but focusable, so that a keyboard does not lose its place. The caller ignores clicks. */
  unavailable?: boolean;
};

/** A button. Never `disabled`: that would drop the focus of whoever just pressed it. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  pending = false,
  unavailable = false,
  type = 'button',
  className,
  children,
  ...rest
}: Props) {
  return (
    <button
      type={type}
      className={buttonStyle(variant, size, className)}
      aria-disabled={pending || unavailable || undefined}
      aria-busy={pending || undefined}
      {...rest}
    >
      {pending ? (
        <>
          <span className="inline-flex items-center gap-[inherit] opacity-0">{children}</span>
          <Spinner className="absolute" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
