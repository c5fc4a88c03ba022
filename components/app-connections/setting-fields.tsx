'use client';

import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';
import { Textarea } from '@/components/ui/input';
import { fieldLabels } from './labels';

type Named = { name: keyof typeof fieldLabels; help?: ReactNode; optional?: boolean };

/** One line of a setting. */
export function SettingText({ name, ...rest }: Named) {
  return <TextField mono name={name} label={fieldLabels[name]} {...rest} />;
}

/** A setting that is on or off. */
export function SettingSwitch({ name, help }: Named) {
  const { register } = useFormContext();
  return <Checkbox label={fieldLabels[name]} hint={help} {...register(name)} />;
}

/** Several lines, which no browser keeps or sends to a spelling service: scopes, a key file. */
export function SettingLines({ name, placeholder, ...rest }: Named & { placeholder?: string }) {
  return (
    <FormField name={name} label={fieldLabels[name]} {...rest}>
      {(control) => (
        <Textarea
          className="max-h-96 font-mono text-xs"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          {...control}
        />
      )}
    </FormField>
  );
}
