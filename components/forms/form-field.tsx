'use client';

import type { ReactNode } from 'react';
import { get, type UseFormRegisterReturn, useFormContext } from 'react-hook-form';
import { useFieldIds } from './form-context';

/** What a control needs to belong to its field: spread it onto an `Input`, `Select` or `Textarea`. */
export type FieldControl = UseFormRegisterReturn & {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type Props = {
  /** The path in the schema: `description`, `claims.0.key`. */
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  /** For a label that the place already shows, such as a column's. */
  hideLabel?: boolean;
  children: (control: FieldControl) => ReactNode;
};

/** A label above, help and error below, all tied to the control. */
export function FormField({ name, label, help, optional, hideLabel, children }: Props) {
  const ids = useFieldIds(name, label);
  const { register, formState } = useFormContext();
  const message = messageOf(get(formState.errors, name));
  const described = [help ? ids.help : '', message ? ids.error : ''].filter(Boolean).join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={ids.field} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
        {optional ? <span className="font-normal text-quiet"> (optional)</span> : null}
      </label>
      {children({
        ...register(name),
        id: ids.field,
        'aria-describedby': described || undefined,
        'aria-invalid': message ? true : undefined,
      })}
      {help ? (
        <div id={ids.help} className="measure text-table text-quiet">
          {help}
        </div>
      ) : null}
      <FieldError id={ids.error} message={message} />
    </div>
  );
}

/** The sentence below a field that is wrong. */
export function FieldError({ id, message }: { id: string; message: string | null }) {
  if (!message) return null;
  return (
    <p id={id} className="text-table text-danger-text">
      {message}
    </p>
  );
}

/** The sentence of a react-hook-form error, be it a field's own or that of a list as a whole. */
export function messageOf(
  error: { message?: unknown; root?: { message?: unknown } } | undefined,
): string | null {
  const message = error?.root?.message ?? error?.message;
  return typeof message === 'string' ? message : null;
}
