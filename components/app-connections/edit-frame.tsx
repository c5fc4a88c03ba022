'use client';

import type { ReactNode } from 'react';
import { type FieldValues, useFormState, useWatch } from 'react-hook-form';
import { ActionForm } from '@/components/forms/action-form';
import { ChangeList } from '@/components/forms/change-list';
import { SubmitButton } from '@/components/forms/submit-button';
import type { ActionForm as Form } from '@/components/forms/use-action-form';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { describeChanges } from './describe-changes';

type Props<Values extends FieldValues> = {
  form: Form<Values>;
  environment: string;
  connectionId: string;
  hasSecret: boolean;
  children: ReactNode;
};

/** Fields that no draft keeps: what is secret, and what the form began with, which a reload reads anew. */
export const unkeptFields = ['before', 'clientSecret', 'serviceAccountJson'];

/** A form of settings, what saving it changes, and the way back. */
export function EditFrame<Values extends FieldValues>(props: Props<Values>) {
  const { form, environment, connectionId, hasSecret, children } = props;
  const footer = (
    <footer className="mt-6 flex max-w-160 gap-2 border-t border-line pt-4">
      <SubmitButton label="Save settings" state={form.state} />
      <LinkButton href={paths.appConnection(environment, connectionId)}>Back to the connection</LinkButton>
    </footer>
  );
  return (
    <ActionForm form={form} className="max-w-160" footer={footer}>
      {children}
      <Changes hasSecret={hasSecret} />
    </ActionForm>
  );
}

function Changes({ hasSecret }: { hasSecret: boolean }) {
  const { defaultValues = {} } = useFormState();
  const changes = describeChanges(defaultValues, useWatch(), hasSecret);
  return (
    <ChangeList changes={changes}>
      Only what stands here is sent, with type, provider and key. All else stays as it is at Scalekit.
    </ChangeList>
  );
}
