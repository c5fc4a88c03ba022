'use client';

import { type ReactNode, useId, useMemo } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import { FormContext } from './form-context';

type Props<Values extends FieldValues, Output> = {
  // biome-ignore lint/suspicious/noExplicitAny: the context of react-hook-form's resolver, which none here uses
  form: UseFormReturn<Values, any, Output>;
  onSubmit?: (values: Output) => void;
  children: ReactNode;
};

/** The place of fields whose values stay in the browser. */
export function LocalForm<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { form, onSubmit, children } = props;
  const id = useId();
  const place = useMemo(() => ({ id, labels: new Map<string, string>() }), [id]);
  return (
    <FormContext value={place}>
      <FormProvider {...form}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={form.handleSubmit((values) => onSubmit?.(values))}
        >
          {children}
        </form>
      </FormProvider>
    </FormContext>
  );
}
