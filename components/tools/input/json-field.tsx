'use client';

import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import { useState } from 'react';
import { useFieldIds } from '@/components/forms/form-context';
import { Textarea } from '@/components/ui/input';
import { pathOf, useProblem } from './templates';

type Props = FieldProps<Record<string, unknown>, RJSFSchema>;

/** An object of any shape is one field of JSON; of every other the fields are known. */
export function JsonOrObject(props: Props) {
  if ((props.schema as Record<string, unknown>)['x-json'] === true) return <JsonField {...props} />;
  return <ObjectField {...props} />;
}

function JsonField({ formData, onChange, fieldPathId, name, schema }: Props) {
  const [text, setText] = useState(() => (formData === undefined ? '' : JSON.stringify(formData, null, 2)));
  const path = pathOf(fieldPathId.path);
  const ids = useFieldIds(path, name);
  const message = useProblem(path);
  const change = (typed: string) => {
    setText(typed);
    onChange(typed.trim() === '' ? undefined : readJson(typed), fieldPathId.path);
  };
  return (
    <>
      <label htmlFor={ids.field} className="font-medium">
        <bdi>{name}</bdi>
        <span className="font-normal text-quiet"> (JSON object)</span>
      </label>
      <Textarea
        id={ids.field}
        value={text}
        spellCheck={false}
        className="font-mono text-xs"
        aria-invalid={message ? true : undefined}
        aria-describedby={
          [schema.description ? ids.help : '', message ? ids.error : ''].join(' ').trim() || undefined
        }
        onChange={({ target }) => change(target.value)}
      />
      {schema.description ? (
        <div id={ids.help} className="measure text-table text-quiet">
          <bdi>{schema.description}</bdi>
        </div>
      ) : null}
    </>
  );
}

// What is no JSON stays text: the check says that an object is needed.
function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return text as unknown as Record<string, unknown>;
  }
}
