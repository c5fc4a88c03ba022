'use client';

import { get, useFormContext } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { ToolInput } from '@/components/tools/input/tool-input';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/input';
import type { InputSchema } from '@/lib/features/api-explorer/schema';

type Params = Record<string, unknown>;

type Props = {
  schema: InputSchema;
  /** What is filled in. */
  params: Params;
  /** The text while the input is written as JSON; null while the form is used. */
  json: string | null;
  onJson: (json: string | null) => void;
};

// A group that nobody touched is not there: it could be one of several of which one may be set.
const untouched = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } } as const;

/** The two ways in: fields made from the contract, or the whole as JSON. What is in one is in the other. */
export function InputTabs({ schema, params, json, onJson }: Props) {
  const { setValue, clearErrors } = useFormContext<{ params: Params }>();
  const asForm = () => {
    const read = readJson(json ?? '');
    if (read) setValue('params', read, { shouldDirty: true });
    clearErrors();
    onJson(null);
  };
  const asJson = () => {
    clearErrors();
    onJson(JSON.stringify(params, null, 2));
  };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <fieldset className="flex gap-2">
        <legend className="sr-only">Way in</legend>
        <Button size="small" aria-pressed={json === null} onClick={json === null ? undefined : asForm}>
          Form
        </Button>
        <Button size="small" aria-pressed={json !== null} onClick={json === null ? asJson : undefined}>
          JSON
        </Button>
      </fieldset>
      {json === null ? (
        <FormFields schema={schema} />
      ) : (
        <JsonText
          json={json}
          onChange={(text) => {
            onJson(text);
            clearErrors();
            setValue('params', readJson(text) ?? {}, { shouldDirty: true });
          }}
        />
      )}
    </div>
  );
}

function FormFields({ schema }: { schema: InputSchema }) {
  const { formState } = useFormContext();
  const ids = useFieldIds('params', 'Input');
  const problem: { message?: unknown } | undefined = get(formState.errors, 'params');
  const message = problem?.message;
  const hasFields = Object.keys((schema.properties as object | undefined) ?? {}).length > 0;
  return (
    <>
      {hasFields ? (
        <ToolInput schema={schema} behavior={untouched} />
      ) : (
        <p className="text-quiet">This operation takes no input.</p>
      )}
      <FieldError id={ids.error} message={typeof message === 'string' ? message : null} />
    </>
  );
}

function JsonText({ json, onChange }: { json: string; onChange: (text: string) => void }) {
  const { formState } = useFormContext();
  const ids = useFieldIds('params', 'Input as JSON');
  const problems = flat(get(formState.errors, 'params'));
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={ids.field} className="font-medium">
        Input as JSON
      </label>
      <Textarea
        id={ids.field}
        value={json}
        spellCheck={false}
        autoComplete="off"
        className="max-h-160 min-h-48 font-mono text-xs"
        aria-invalid={problems.length > 0 ? true : undefined}
        aria-describedby={problems.length > 0 ? `${ids.help} ${ids.error}` : ids.help}
        onChange={({ target }) => onChange(target.value)}
      />
      <div id={ids.help} className="text-table text-quiet">
        In the names of the wire. An empty list or object is sent as it stands.
      </div>
      <FieldError id={ids.error} message={problems.join(' ') || null} />
    </div>
  );
}

// One field holds them all: each sentence says which part it is about.
function flat(errors: unknown, path = ''): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  const own = messageOf(errors as { message?: unknown });
  if (own) return [path === '' ? own : `${path}: ${own}`];
  return Object.entries(errors).flatMap(([name, inner]) =>
    name === 'ref' ? [] : flat(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** The object that a text is; null when it is none. */
export function readJson(text: string): Params | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Params) : null;
  } catch {
    return null;
  }
}
