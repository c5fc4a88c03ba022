'use client';

import { useController } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { toLocalInput, toUtc } from './date-time-value';
import { useFieldIds } from './form-context';
import { FieldError, messageOf } from './form-field';

type Props = {
  /** Holds an ISO 8601 time in UTC, or null for none. */
  name: string;
  label: string;
  help?: string;
  /** Days from now, each a button. */
  presets?: readonly number[];
  /** What an empty field means: "Never expires". Offers a button to empty it. */
  emptyLabel?: string;
};

const dayMs = 24 * 60 * 60_000;

/** A date and time in the reader's own zone, which it names. */
export function DateTimeField({ name, label, help, presets = [7, 30, 90], emptyLabel }: Props) {
  const ids = useFieldIds(name, label);
  const { field, fieldState } = useController({ name });
  const message = messageOf(fieldState.error);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const pick = (days: number) => field.onChange(new Date(Date.now() + days * dayMs).toISOString());
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={ids.field} className="font-medium">
        {label}
      </label>
      <Input
        ref={field.ref}
        id={ids.field}
        type="datetime-local"
        className="max-w-56"
        value={toLocalInput(field.value)}
        onChange={(event) => field.onChange(toUtc(event.target.value))}
        onBlur={field.onBlur}
        aria-describedby={`${ids.help} ${ids.error}`}
        aria-invalid={message ? true : undefined}
      />
      <fieldset className="mt-1 flex flex-wrap gap-2" aria-label={`${label}: presets`}>
        {presets.map((days) => (
          <Button key={days} size="small" onClick={() => pick(days)}>
            {days} days
          </Button>
        ))}
        {emptyLabel ? (
          <Button size="small" aria-pressed={field.value === null} onClick={() => field.onChange(null)}>
            {emptyLabel}
          </Button>
        ) : null}
      </fieldset>
      <p id={ids.help} className="text-table text-quiet">
        {help ? `${help} ` : ''}Your time zone: {zone}.
      </p>
      <FieldError id={ids.error} message={message} />
    </div>
  );
}
