'use client';

import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { get, useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { useFieldIds } from './form-context';
import { FieldError, FormField, messageOf } from './form-field';

type Props = {
  /** A list of `{ key, value }` in the schema. */
  name: string;
  /** What the list is called: "Custom claims". */
  label: string;
  /** What one row is called: "claim". */
  noun: string;
  help?: string;
  limit: number;
  /** What a key is called, and what may be offered; anything else can be typed. */
  keys?: Column;
  values?: Column;
};

type Column = { word: string; suggestions?: readonly string[] };

/** Rows of key and value: claims, metadata. Each row has errors of its own; the limit is counted in sight. */
export function KeyValueFields(props: Props) {
  const { name, label, noun, help, limit, keys = { word: 'Key' }, values = { word: 'Value' } } = props;
  const ids = useFieldIds(name, label);
  const { control, formState } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  const add = useRef<HTMLButtonElement>(null);
  const full = fields.length >= limit;
  const removeRow = (index: number) => {
    remove(index);
    add.current?.focus();
  };
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={help ? ids.help : undefined}>
      <legend className="mb-1 flex w-full items-baseline justify-between font-medium">
        {label}
        <span className="text-table font-normal text-quiet">
          {fields.length} of {limit}
        </span>
      </legend>
      {help ? (
        <p id={ids.help} className="measure -mt-1 text-table text-quiet">
          {help}
        </p>
      ) : null}
      {fields.map((row, index) => (
        <div key={row.id} className="grid grid-cols-[2fr_3fr_auto] items-start gap-2">
          <FormField hideLabel name={`${name}.${index}.key`} label={`${keys.word} of ${noun} ${index + 1}`}>
            {(field) => (
              <Input
                placeholder={keys.word}
                className="font-mono text-xs"
                autoComplete="off"
                list={keys.suggestions && `${ids.field}-keys`}
                {...field}
              />
            )}
          </FormField>
          <FormField
            hideLabel
            name={`${name}.${index}.value`}
            label={`${values.word} of ${noun} ${index + 1}`}
          >
            {(field) => (
              <Input
                placeholder={values.word}
                className="font-mono text-xs"
                autoComplete="off"
                list={values.suggestions && `${ids.field}-values`}
                {...field}
              />
            )}
          </FormField>
          <IconButton
            label={`Remove ${noun} ${index + 1}`}
            className="size-8"
            onClick={() => removeRow(index)}
          >
            <X aria-hidden="true" size={14} />
          </IconButton>
        </div>
      ))}
      <Suggestions id={`${ids.field}-keys`} column={keys} />
      <Suggestions id={`${ids.field}-values`} column={values} />
      <FieldError id={ids.error} message={messageOf(get(formState.errors, name))} />
      <Button
        ref={add}
        id={ids.field}
        size="small"
        className="self-start"
        unavailable={full}
        onClick={() => !full && append({ key: '', value: '' }, { focusName: `${name}.${fields.length}.key` })}
      >
        <Plus aria-hidden="true" size={14} />
        Add {noun}
      </Button>
    </fieldset>
  );
}

function Suggestions({ id, column }: { id: string; column: Column }) {
  if (!column.suggestions) return null;
  return (
    <datalist id={id}>
      {column.suggestions.map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  );
}
