'use client';

import Form from 'next/form';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { completeQuery, type QueryValues } from '@/lib/activity/completion';

type Props = {
  /** Where the form goes: the page itself, without its search. */
  action: string;
  /** The query that the address stands for. */
  query: string;
  values: QueryValues;
};

/**
 * The filter as text, `type:user.login outcome:failed`, with what may come next below it. It is a plain form: without
 * scripts it works the same, only nothing is proposed.
 */
export function QueryBox({ action, query, values }: Props) {
  const [text, setText] = useState(query);
  const [caret, setCaret] = useState(query.length);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { from, to, suggestions } = completeQuery(text, caret, values);
  const shown = open && suggestions.length > 0;
  const look = (element: HTMLInputElement) => {
    setText(element.value);
    setCaret(element.selectionStart ?? element.value.length);
    setActive(-1);
  };
  const take = (insert: string) => {
    const next = text.slice(0, from) + insert + text.slice(to).trimStart();
    const at = from + insert.length;
    setText(next);
    setCaret(at);
    setActive(-1);
    // After React has written the value: before, the caret would go to the end.
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  };
  const press = (event: React.KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      setOpen(true);
      setActive((now) =>
        shown ? (now + move + suggestions.length + (now < 0 && move < 0 ? 1 : 0)) % suggestions.length : now,
      );
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && shown && suggestions[active]) {
      event.preventDefault();
      take(suggestions[active].insert);
    } else if (event.key === 'Enter') setOpen(false);
  };
  return (
    <Form action={action} prefetch={false} className="mb-3 flex flex-wrap items-end gap-2">
      <div className="relative min-w-0 flex-1 basis-80">
        <label htmlFor={id} className="mb-1 block text-table font-medium">
          Find in the activity
        </label>
        <Input
          ref={input}
          id={id}
          name="query"
          value={text}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="type:user.login outcome:failed jane"
          className="w-full font-mono text-xs"
          onChange={(event) => {
            look(event.target);
            setOpen(true);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        {shown ? (
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label="What may come next"
            className="absolute top-full z-20 mt-1 max-h-72 w-full max-w-120 overflow-y-auto rounded border border-line bg-raised p-1 shadow-float"
          >
            {suggestions.map(({ insert, label }, index) => (
              <div
                key={insert}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                // Not click: the field would lose the focus first, and the list would be gone.
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(insert);
                }}
                className={classNames(
                  'flex flex-wrap items-baseline gap-x-3 rounded-sm px-2 py-1.5 text-table hover:bg-hover',
                  index === active && 'bg-hover',
                )}
              >
                <code className="font-mono text-xs">{insert.trim()}</code>
                <span className="text-quiet">{label}</span>
              </div>
            ))}
          </div>
        ) : (
          <div id={`${id}-list`} hidden />
        )}
      </div>
      <Button type="submit">Find</Button>
    </Form>
  );
}
