'use client';

import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { Checkbox, Radio } from '@/components/ui/choice';
import { useFieldIds } from './form-context';
import { FieldError, messageOf } from './form-field';

export type ChoiceOption = { value: string; label: string; hint?: string };

type Props = {
  name: string;
  /** The question that the choices answer. */
  label: string;
  help?: ReactNode;
  options: ChoiceOption[];
  /** `one` gives a string, `many` an array of strings. */
  pick: 'one' | 'many';
};

/** A few choices, all in sight: radio buttons or check boxes under one legend. */
export function ChoiceField({ name, label, help, options, pick }: Props) {
  const ids = useFieldIds(name, label);
  const { register, formState } = useFormContext();
  const message = messageOf(get(formState.errors, name));
  const Control = pick === 'one' ? Radio : Checkbox;
  return (
    <fieldset
      className="flex flex-col gap-1.5"
      aria-describedby={
        [help ? ids.help : '', message ? ids.error : ''].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className="mb-1 font-medium">{label}</legend>
      {options.map((option, index) => (
        <Control
          key={option.value}
          id={index === 0 ? ids.field : undefined}
          value={option.value}
          label={option.label}
          hint={option.hint}
          aria-invalid={message ? true : undefined}
          {...register(name)}
        />
      ))}
      {help ? (
        <div id={ids.help} className="measure text-table text-quiet">
          {help}
        </div>
      ) : null}
      <FieldError id={ids.error} message={message} />
    </fieldset>
  );
}
