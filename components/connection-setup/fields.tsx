'use client';

import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';
import { Select } from '@/components/ui/select';
import { fieldLabels, valueWords } from './labels';

type Named = { name: keyof typeof fieldLabels; help?: ReactNode; optional?: boolean };

/** Fields that belong together, under a heading of their own. */
export function FieldGroup({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <legend className="float-left mb-1 w-full text-sm font-semibold">
        {title}
        {help ? <span className="measure block text-table font-normal text-quiet">{help}</span> : null}
      </legend>
      {children}
    </fieldset>
  );
}

/** One line of a setting. */
export function SettingText({ name, ...rest }: Named) {
  return <TextField mono name={name} label={fieldLabels[name]} {...rest} />;
}

/** A setting with a few values. One that is set cannot be unset: the API has no way to say so. */
export function SettingChoice({ name, help }: Named & { name: keyof typeof valueWords }) {
  const { formState } = useFormContext();
  const isSet = Boolean(formState.defaultValues?.[name]);
  return (
    <FormField name={name} label={fieldLabels[name]} help={help}>
      {(control) => (
        <Select {...control}>
          {isSet ? null : <option value="">Not set</option>}
          {Object.entries(valueWords[name]).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  );
}

/** A setting that is on or off. */
export function SettingSwitch({ name, help }: Named) {
  const { register } = useFormContext();
  return <Checkbox label={fieldLabels[name]} hint={help} {...register(name)} />;
}
