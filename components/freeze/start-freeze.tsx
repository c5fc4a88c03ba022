'use client';

import { ChoiceField } from '@/components/forms/choice-field';
import { EffectList } from '@/components/forms/effect-list';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { startFreeze } from '@/lib/features/freeze/actions';
import { freezeLengths, startFreezeInput } from '@/lib/features/freeze/schema';
import type { OfEnvironment } from './dialogs';

const lengthLabels: Record<(typeof freezeLengths)[number], string> = {
  '1': 'One hour',
  '4': 'Four hours',
  '24': 'A day',
  open: 'Until an administrator ends it',
};

/** Says what stops and what does not, before it does. */
export default function StartFreeze({ environment, onClose }: LazyDialogProps & OfEnvironment) {
  const form = useActionForm({
    name: `freeze.start:${environment}`,
    environment,
    schema: startFreezeInput,
    defaultValues: { reason: '', length: '4' },
    action: startFreeze,
    onSuccess: onClose,
  });
  return (
    <FormDialog danger form={form} title={`Freeze ${environment}?`} submitLabel="Freeze" onClose={onClose}>
      <EffectList>
        <li>Nobody changes anything at Scalekit through this console, administrators included.</li>
        <li>Jobs wait and go on by themselves afterwards.</li>
        <li>Links that customers hold open nothing meanwhile, and lose no open.</li>
        <li>Reading, notes, and everything that revokes, ends or disables go on.</li>
      </EffectList>
      <TextField
        name="reason"
        label="Reason"
        help="Everybody reads it who works in this environment. Customers do not."
        maxLength={200}
        autoFocus
      />
      <ChoiceField
        name="length"
        label="How long"
        pick="one"
        options={freezeLengths.map((value) => ({ value, label: lengthLabels[value] }))}
      />
    </FormDialog>
  );
}
