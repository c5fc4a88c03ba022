'use client';

import { useState } from 'react';
import { DateTimeField } from '@/components/forms/date-time-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { RevealToHandOver } from '@/components/hand-overs/reveal-to-hand-over';
import { LiveQueries } from '@/components/live/live-query';
import { MemberPicker } from '@/components/members/member-picker';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MonoId } from '@/components/ui/mono-id';
import { createApiKey } from '@/lib/features/api-keys/actions';
import { type CreatedApiKey, createApiKeyInput } from '@/lib/features/api-keys/schema';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Issues a key and shows its value once. The value lives in this component's state and nowhere else. */
export default function CreateApiKey({ environment, organizationId, onClose }: Props) {
  const [created, setCreated] = useState<(CreatedApiKey & { description: string }) | null>(null);
  const form = useActionForm({
    name: `api_key.create:${organizationId}`,
    environment,
    schema: createApiKeyInput,
    defaultValues: { organizationId, userId: null, description: '', expiresAt: null, customClaims: [] },
    action: createApiKey,
    onSuccess: (key, { description }) => setCreated({ ...key, description }),
  });
  if (created) {
    const done = () => {
      setCreated(null);
      onClose();
    };
    return (
      <RevealToHandOver
        title="API key created"
        what="API key"
        secret={created.value}
        subject={{
          environment,
          organizationId,
          kind: 'api_key',
          label: created.description,
          secretId: created.tokenId,
        }}
        onDone={done}
      >
        <p className="text-table text-quiet">
          Its id, for the list and for revoking it: <MonoId id={created.tokenId} what="API key id" />
        </p>
      </RevealToHandOver>
    );
  }
  return (
    <LiveQueries>
      <FormDialog
        form={form}
        title="Create API key"
        submitLabel="Create API key"
        width="wide"
        onClose={onClose}
      >
        <TextField
          name="description"
          label="Description"
          optional
          autoFocus
          help="What it is for, so that whoever finds it next year knows."
        />
        <MemberPicker name="userId" environment={environment} organizationId={organizationId} />
        <DateTimeField name="expiresAt" label="Expires" emptyLabel="Never" />
        <KeyValueFields
          name="customClaims"
          label="Custom claims"
          noun="claim"
          limit={20}
          help="Your API reads these when it validates the key. Nothing secret belongs here."
        />
      </FormDialog>
    </LiveQueries>
  );
}
