'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { get, useFieldArray, useFormContext } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

type Props<Row extends object> = {
  /** A list in the schema. */
  name: string;
  /** What the list is called: "Fields". */
  label: string;
  /** What one row is called: "field". */
  noun: string;
  help?: ReactNode;
  limit: number;
  blank: Row;
  /** The first control of a row, which gets the focus when it is added. */
  focus: keyof Row & string;
  /** The order counts: rows can be moved. */
  isOrdered?: boolean;
  /** The controls of one row; `name` is its path. */
  children: (name: string, number: number) => ReactNode;
};

/** Rows of several controls that are added, removed and put in order with buttons alone, which every keyboard reaches. */
export function RowFields<Row extends object>(props: Props<Row>) {
  const { name, label, noun, help, limit, blank, focus, isOrdered = false, children } = props;
  const ids = useFieldIds(name, label);
  const { control, formState } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name });
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const isFull = fields.length >= limit;
  const removeRow = (index: number) => {
    remove(index);
    announce(`${noun} ${index + 1} is removed.`);
    add.current?.focus();
  };
  const moveRow = (from: number, to: number, direction: 'up' | 'down') => {
    move(from, to);
    announce(`Now ${noun} ${to + 1} of ${fields.length}.`);
    // Rows keep their elements when they change places; the pressed button may be the one that is gone at the end.
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const pressed = row?.querySelector<HTMLElement>(`[data-move="${direction}"]`);
      (pressed ?? row?.querySelector<HTMLElement>('[data-move]'))?.focus();
    });
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={help ? ids.help : undefined}>
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
      <ol ref={list} className="flex flex-col gap-3">
        {fields.map((row, index) => (
          <li key={row.id} className="flex items-start gap-2 rounded border border-line p-3">
            <div className="min-w-0 flex-1">{children(`${name}.${index}`, index + 1)}</div>
            <div className="flex shrink-0 flex-col">
              {isOrdered && index > 0 ? (
                <IconButton
                  data-move="up"
                  label={`Move ${noun} ${index + 1} up`}
                  onClick={() => moveRow(index, index - 1, 'up')}
                >
                  <ArrowUp aria-hidden="true" size={14} />
                </IconButton>
              ) : null}
              {isOrdered && index < fields.length - 1 ? (
                <IconButton
                  data-move="down"
                  label={`Move ${noun} ${index + 1} down`}
                  onClick={() => moveRow(index, index + 1, 'down')}
                >
                  <ArrowDown aria-hidden="true" size={14} />
                </IconButton>
              ) : null}
              <IconButton label={`Remove ${noun} ${index + 1}`} onClick={() => removeRow(index)}>
                <X aria-hidden="true" size={14} />
              </IconButton>
            </div>
          </li>
        ))}
      </ol>
      <FieldError id={ids.error} message={messageOf(get(formState.errors, name))} />
      <Button
        ref={add}
        id={ids.field}
        size="small"
        className="self-start"
        unavailable={isFull}
        onClick={() => !isFull && append(blank, { focusName: `${name}.${fields.length}.${focus}` })}
      >
        <Plus aria-hidden="true" size={14} />
        Add {noun}
      </Button>
    </fieldset>
  );
}
