'use client';

import { useState } from 'react';
import { DateTimeField } from '@/components/forms/date-time-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { RevealOnce } from '@/components/forms/reveal-once';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createOwnApiKey } from '@/lib/features/api-keys/customer-actions';
import { type CreatedApiKey, createOwnApiKeyInput } from '@/lib/features/api-keys/schema';

const dayMs = 24 * 60 * 60_000;
const presets = [30, 90, 365] as const;

/** Makes a key and shows its value once. The value lives in this component's state and nowhere else. */
export default function CreateApiKey({ onClose }: LazyDialogProps) {
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const [inThreeMonths] = useState(() => new Date(Date.now() + 90 * dayMs).toISOString());
  const form = useActionForm({
    name: 'customer:create-key',
    environment: '',
    schema: createOwnApiKeyInput,
    defaultValues: { description: '', expiresAt: inThreeMonths },
    action: createOwnApiKey,
    onSuccess: setCreated,
  });
  if (created) {
    const done = () => {
      setCreated(null);
      onClose();
    };
    return (
      <RevealOnce
        title="API key created"
        what="API key"
        secret={created.value}
        note="It is kept nowhere and cannot be shown again. Store it where your program reads it from."
        onDone={done}
      />
    );
  }
  return (
    <FormDialog
      form={form}
      title="Create an API key"
      description="With it a program of yours acts for your whole organization."
      submitLabel="Create API key"
      onClose={onClose}
    >
      <TextField
        name="description"
        label="What it is for"
        autoFocus
        help="So that whoever finds it next year knows."
      />
      <DateTimeField name="expiresAt" label="Expires" presets={presets} help="One year at most." />
    </FormDialog>
  );
}
