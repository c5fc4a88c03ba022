'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { LocalForm } from '@/components/forms/local-form';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import {
  checkWebhook,
  type ReceivedWebhook,
  type SignatureVerdict,
} from '@/lib/features/webhook-signature/schema';

const empty: ReceivedWebhook = { secret: '', id: '', timestamp: '', signature: '', body: '' };

/** Why a receiver refuses a webhook. Everything is computed in this browser: the secret is sent nowhere. */
export function WebhookTester() {
  const form = useForm({ defaultValues: empty });
  const [verdict, setVerdict] = useState<SignatureVerdict | null>(null);
  const check = (received: ReceivedWebhook) => {
    const found = checkWebhook(received, Date.now());
    setVerdict(found);
    if (!found.field) return;
    form.setError(found.field, { message: found.title });
    form.setFocus(found.field);
  };
  return (
    <div className="max-w-3xl">
      <LocalForm form={form} onSubmit={check}>
        <TextField
          name="secret"
          label="Signing secret of the endpoint"
          type="password"
          mono
          autoFocus
          help="whsec_… as the dashboard shows it. It stays in this browser."
        />
        <TextField name="id" label="Header webhook-id" mono />
        <TextField name="timestamp" label="Header webhook-timestamp" mono />
        <TextField name="signature" label="Header webhook-signature" mono />
        <TextField
          name="body"
          label="Body, exactly as it came"
          multiline
          mono
          help="Every space counts: copy the raw bytes, not a formatted view."
        />
        <div>
          <Button type="submit" variant="primary">
            Check
          </Button>
        </div>
      </LocalForm>
      {verdict ? (
        <div className="mt-6">
          <Notice live tone={verdict.ok ? 'success' : 'danger'} title={verdict.title}>
            {verdict.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
