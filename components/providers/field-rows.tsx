'use client';

import { useFormContext } from 'react-hook-form';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  type FieldRow,
  type MutationRow,
  mutableFields,
  type ScopeRow,
} from '@/lib/features/providers/schema';
import { RowFields } from './row-fields';

const blankField: FieldRow = {
  fieldName: '',
  label: '',
  hint: '',
  isSecret: false,
  isRequired: true,
  isPathParam: false,
};

type FieldProps = { name: 'fields' | 'accountFields'; label: string; noun: string; help: string };

/** What people are asked for, in order. */
export function FieldRows({ name, label, noun, help }: FieldProps) {
  const { register } = useFormContext();
  return (
    <RowFields
      isOrdered
      name={name}
      label={label}
      noun={noun}
      help={help}
      limit={20}
      blank={blankField}
      focus="fieldName"
    >
      {(path, number) => (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            mono
            name={`${path}.fieldName`}
            label={`Key of ${noun} ${number}`}
            placeholder="api_key"
          />
          <TextField name={`${path}.label`} label={`Label of ${noun} ${number}`} placeholder="API key" />
          <div className="sm:col-span-2">
            <TextField optional name={`${path}.hint`} label={`Hint of ${noun} ${number}`} />
          </div>
          <div className="flex flex-wrap gap-x-5 gap-y-1 sm:col-span-2">
            <Checkbox label={`Secret (${noun} ${number})`} {...register(`${path}.isSecret`)} />
            <Checkbox label={`Required (${noun} ${number})`} {...register(`${path}.isRequired`)} />
            <Checkbox label={`Part of the path (${noun} ${number})`} {...register(`${path}.isPathParam`)} />
          </div>
        </div>
      )}
    </RowFields>
  );
}

const blankScope: ScopeRow = { scope: '', displayName: '', description: '', isRequired: false };

/** What an agent may be allowed to do. */
export function ScopeRows() {
  const { register } = useFormContext();
  return (
    <RowFields
      isOrdered
      name="scopes"
      label="Scopes"
      noun="scope"
      help="What an agent may be allowed to do there. App connections choose among them."
      limit={100}
      blank={blankScope}
      focus="scope"
    >
      {(path, number) => (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField mono name={`${path}.scope`} label={`Scope ${number}`} />
          <TextField optional name={`${path}.displayName`} label={`Name of scope ${number}`} />
          <div className="sm:col-span-2">
            <TextField optional name={`${path}.description`} label={`Description of scope ${number}`} />
          </div>
          <Checkbox label={`Required (scope ${number})`} {...register(`${path}.isRequired`)} />
        </div>
      )}
    </RowFields>
  );
}

const blankMutation: MutationRow = { field: 'api_key', fallback: '', prefix: '', suffix: '' };
const parts = [
  ['prefix', 'Put before'],
  ['suffix', 'Put after'],
  ['fallback', 'In place of nothing'],
] as const;

/** How a value is changed on its way into the header. */
export function MutationRows() {
  return (
    <RowFields
      name="mutations"
      label="Changes of values"
      noun="change"
      help="Before it is put into the header, a value can get something before, after, or in its place when it is empty. No secrets here: everybody who may look can read it."
      limit={mutableFields.length}
      blank={blankMutation}
      focus="field"
    >
      {(path, number) => (
        <div className="grid gap-3 sm:grid-cols-2">
          <FormField name={`${path}.field`} label={`Value of change ${number}`}>
            {(control) => (
              <Select {...control}>
                {mutableFields.map((field) => (
                  <option key={field} value={field}>
                    {field}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
          {parts.map(([part, label]) => (
            <FormField key={part} optional name={`${path}.${part}`} label={`${label} (change ${number})`}>
              {(control) => <Input autoComplete="off" className="font-mono text-xs" {...control} />}
            </FormField>
          ))}
        </div>
      )}
    </RowFields>
  );
}
