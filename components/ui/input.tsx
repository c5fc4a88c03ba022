import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlStyle } from './control-style';

/** One line of text. Has no label of its own: put it into a `FormField` or a `<label>`. */
export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} dir="auto" className={classNames(controlStyle, 'h-8', className)} {...rest} />;
}

/** Several lines of text; grows with them where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      className={classNames(controlStyle, 'field-sizing-content min-h-16 py-1.5', className)}
      {...rest}
    />
  );
}
