import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** The look of a square control that holds an icon only. */
export const iconButtonStyle =
  'inline-flex size-7 shrink-0 items-center justify-center rounded text-quiet transition-colors duration-120 hover:bg-hover hover:text-text aria-expanded:bg-hover aria-expanded:text-text';

type Props = ComponentProps<'button'> & {
  /** What the button does; read by screen readers and shown as a hint. */
  label: string;
};

/** A button with an icon as its child. */
export function IconButton({ label, className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(iconButtonStyle, className)}
      {...rest}
    />
  );
}
