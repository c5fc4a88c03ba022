'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { tryApiClient } from '@/lib/features/api-clients/actions';
import { type ApiClientRow, type TriedToken, tryApiClientInput } from '@/lib/features/api-clients/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; organizationId: string; client: ApiClientRow };

const secretFields = ['secret'];

/** Fetches a token as the customer's machine would: does this secret work, and what does it open? */
export default function TryApiClient({ environment, organizationId, client, onClose }: Props) {
  const [token, setToken] = useState<TriedToken | null>(null);
  const { clientId } = client;
  const form = useActionForm({
    name: `api_client.try:${clientId}`,
    environment,
    schema: tryApiClientInput,
    defaultValues: { organizationId, clientId, secret: '' },
    action: tryApiClient,
    secretFields,
    onSuccess: setToken,
  });
  return (
    <FormDialog
      form={form}
      title={`Fetch a token as ${isolate(client.name)}`}
      description="Neither the secret nor the token is kept."
      submitLabel="Fetch a token"
      onClose={onClose}
    >
      <TextField name="secret" label="Client secret" type="password" mono autoFocus autoComplete="off" />
      {token ? (
        <Notice tone="success" title="The secret works">
          <Facts
            facts={[
              { term: 'Lives', value: formatQuantity(token.expiresInSeconds, 'second') },
              { term: 'Scopes', value: token.scopes.join(', ') || 'none' },
              { term: 'Audience', value: token.audience.join(', ') || 'none' },
              ...token.claims.map(({ key, value }) => ({ term: key, value })),
            ]}
          />
        </Notice>
      ) : null}
    </FormDialog>
  );
}
