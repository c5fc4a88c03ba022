'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Select } from '@/components/ui/select';
import { createConnection } from '@/lib/features/connection-setup/actions';
import {
  createConnectionInput,
  otherProvider,
  providerChoices,
  typeChoices,
} from '@/lib/features/connection-setup/schema';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Makes an empty connection; its settings come next, on a page of their own. */
export default function CreateConnection({ environment, organizationId, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `connection.create:${organizationId}`,
    environment,
    schema: createConnectionInput,
    defaultValues: { organizationId, provider: '', providerKey: '', type: 'SAML', keyId: '' },
    action: createConnection,
    onSuccess: ({ connectionId, hasSetup }) => {
      const path = hasSetup ? paths.connectionSetup : paths.connection;
      router.push(path(environment, organizationId, connectionId));
    },
  });
  return (
    <FormDialog
      form={form}
      title="Create connection"
      description="A draft: nobody signs in through it before it is set up and enabled."
      submitLabel="Create connection"
      onClose={onClose}
    >
      <FormField name="provider" label="Identity provider">
        {(control) => (
          <Select {...control}>
            <option value="">Choose one</option>
            {providerChoices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            <option value={otherProvider}>Another, by its provider key</option>
          </Select>
        )}
      </FormField>
      <ProviderKey />
      <TypeField />
      <TextField
        optional
        mono
        name="keyId"
        label="Key"
        help="What your application may name it by. Empty: Scalekit makes one."
      />
    </FormDialog>
  );
}

function ProviderKey() {
  if (useWatch({ name: 'provider' }) !== otherProvider) return null;
  return <TextField mono name="providerKey" label="Provider key" help="As Scalekit’s dashboard writes it." />;
}

function TypeField() {
  const type = useWatch({ name: 'type' });
  const isSso = typeChoices.some(({ value, group }) => value === type && group === 'sso');
  const help = isSso
    ? undefined
    : 'The API takes this type for an organization; it is no single sign-on, and its settings cannot be made here.';
  const options = (wanted: 'sso' | 'rare') =>
    typeChoices
      .filter(({ group }) => group === wanted)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
  return (
    <FormField name="type" label="Type" help={help}>
      {(control) => (
        <Select {...control}>
          <optgroup label="Single sign-on">{options('sso')}</optgroup>
          <optgroup label="Other types that the API takes">{options('rare')}</optgroup>
        </Select>
      )}
    </FormField>
  );
}
