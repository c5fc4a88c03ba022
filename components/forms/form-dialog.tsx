'use client';

import { type ReactNode, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ActionForm } from './action-form';
import { CloseQuestion } from './close-question';
import { SubmitButton } from './submit-button';
import type { ActionForm as Form } from './use-action-form';

type Props<Values extends FieldValues> = {
  form: Form<Values>;
  title: string;
  description?: ReactNode;
  submitLabel: string;
  danger?: boolean;
  width?: 'normal' | 'wide';
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: up to four fields. Closing asks while there is unsaved text, and waits for an answer under way. */
export function FormDialog<Values extends FieldValues>(props: Props<Values>) {
  const { form, title, description, submitLabel, danger, width, onClose, children } = props;
  const [asking, setAsking] = useState(false);
  const close = () => {
    if (form.state === 'sending') return;
    if (form.dirty && form.state === 'editing') setAsking(!asking);
    else onClose();
  };
  const discard = () => {
    form.discard();
    onClose();
  };
  const footer = asking ? (
    <CloseQuestion
      question="Discard what you typed?"
      stayLabel="Keep editing"
      leaveLabel="Discard"
      onStay={() => setAsking(false)}
      onLeave={discard}
    />
  ) : (
    <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
      <Button onClick={close}>Cancel</Button>
      <SubmitButton label={submitLabel} state={form.state} danger={danger} />
    </footer>
  );
  return (
    <Dialog title={title} description={description} width={width} onClose={close}>
      <ActionForm form={form} className="px-5 pt-4 pb-5" footer={footer}>
        {children}
      </ActionForm>
    </Dialog>
  );
}
