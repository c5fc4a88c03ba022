'use client';

import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { type ApiCall, ApiCallPreview } from './api-call-preview';
import { EffectList } from './effect-list';
import { FormDialog } from './form-dialog';
import type { ActionForm } from './use-action-form';

type Props<Values extends FieldValues> = {
  form: ActionForm<Values>;
  title: string;
  submitLabel: string;
  /** What will happen, in plain words. */
  children: ReactNode;
  /** Counted effects, one sentence each: "14 members lose access". What is not known says so. */
  effects?: string[];
  /** The call that will leave Keydesk, folded below. */
  call: ApiCall;
  /** A reason, a typed name: `TextField`, `TypedConfirmation`. */
  fields?: ReactNode;
  onClose: () => void;
};

/** Before something is destroyed or ended. */
export function ConfirmDialog<Values extends FieldValues>(props: Props<Values>) {
  const { form, title, submitLabel, children, effects = [], call, fields, onClose } = props;
  return (
    <FormDialog danger form={form} title={title} submitLabel={submitLabel} onClose={onClose}>
      <div>{children}</div>
      {effects.length > 0 ? (
        <EffectList>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </EffectList>
      ) : null}
      {fields}
      <ApiCallPreview call={call} />
    </FormDialog>
  );
}
