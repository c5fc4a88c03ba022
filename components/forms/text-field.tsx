'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Input, Textarea } from '@/components/ui/input';
import { FormField } from './form-field';

type Props = Omit<ComponentProps<'input'>, 'name' | 'children'> & {
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  /** More than one line. */
  multiline?: boolean;
  /** Ids, URLs and code. */
  mono?: boolean;
};

/** The field that most forms are made of. */
export function TextField({ name, label, help, optional, multiline, mono, ...rest }: Props) {
  const look = mono ? 'font-mono text-xs' : undefined;
  return (
    <FormField name={name} label={label} help={help} optional={optional}>
      {(control) =>
        multiline ? (
          <Textarea className={look} autoFocus={rest.autoFocus} {...control} />
        ) : (
          <Input
            autoComplete="off"
            spellCheck={mono ? false : undefined}
            className={look}
            {...rest}
            {...control}
          />
        )
      }
    </FormField>
  );
}
