'use client';

import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { get, useFieldArray, useFormContext } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, FormField, messageOf } from '@/components/forms/form-field';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';

type Option = { value: string; label: string };
type Props = { name: string; groups: Option[]; roles: Option[] };

/** Rows of a group and the role that it brings. */
export function AssignmentFields({ name, groups, roles }: Props) {
  const ids = useFieldIds(name, 'Roles by group');
  const { control, formState } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  const add = useRef<HTMLButtonElement>(null);
  const removeRow = (index: number) => {
    remove(index);
    add.current?.focus();
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Roles by group</legend>
      {fields.map((row, index) => (
        <div key={row.id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
          <Choice name={`${name}.${index}.groupId`} label={`Group ${index + 1}`} options={groups} />
          <Choice name={`${name}.${index}.roleName`} label={`Role of group ${index + 1}`} options={roles} />
          <IconButton label={`Remove row ${index + 1}`} className="size-8" onClick={() => removeRow(index)}>
            <X aria-hidden="true" size={14} />
          </IconButton>
        </div>
      ))}
      <FieldError id={ids.error} message={messageOf(get(formState.errors, name))} />
      <Button
        ref={add}
        id={ids.field}
        size="small"
        className="self-start"
        onClick={() =>
          append({ groupId: '', roleName: '' }, { focusName: `${name}.${fields.length}.groupId` })
        }
      >
        <Plus aria-hidden="true" size={14} />
        Add row
      </Button>
    </fieldset>
  );
}

function Choice({ name, label, options }: { name: string; label: string; options: Option[] }) {
  return (
    <FormField hideLabel name={name} label={label}>
      {(control) => (
        <Select {...control}>
          <option value="">Choose…</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  );
}
