'use client';

import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { ErrorSummary } from './error-summary';
import { FailureNotice } from './failure-notice';
import { FormContext } from './form-context';
import type { ActionForm as Form } from './use-action-form';

type Props<Values extends FieldValues> = {
  form: Form<Values>;
  /** For a button that stands outside of the form and names it. */
  id?: string;
  /** The look of the column of fields. */
  className?: string;
  /** Below the fields: the buttons. */
  footer: ReactNode;
  children: ReactNode;
};

/** The `<form>` around the fields: errors on top, the first bad field focused after a failed attempt. */
export function ActionForm<Values extends FieldValues>(props: Props<Values>) {
  const { form: action, id: formId, className, footer, children } = props;
  const id = useId();
  const place = useMemo(() => ({ id, labels: new Map<string, string>() }), [id]);
  const element = useRef<HTMLFormElement>(null);
  const { attempt, failure, restored, dirty, state } = action;
  useEffect(() => {
    if (attempt > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);
  return (
    <FormContext value={place}>
      <FormProvider {...action.form}>
        <form
          ref={element}
          id={formId}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void action.submit();
          }}
        >
          <div className={classNames('flex flex-col gap-4', className)}>
            {restored && dirty && state === 'editing' ? (
              <Notice tone="info" title="What you typed before is here again.">
                <Button size="small" className="mt-1" onClick={action.discard}>
                  Start afresh
                </Button>
              </Notice>
            ) : null}
            {failure ? <FailureNotice error={failure} onChecked={action.reopen} /> : null}
            {attempt > 0 ? <ErrorSummary formId={id} labels={place.labels} /> : null}
            {children}
          </div>
          {footer}
        </form>
      </FormProvider>
    </FormContext>
  );
}
