'use client';

import { ActionForm } from '@/components/forms/action-form';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { readOidc } from '@/lib/features/connection-setup/actions';
import {
  type FoundMetadata,
  type OidcFields,
  readOidcMetadataInput,
} from '@/lib/features/connection-setup/schema';
import { ReadButton } from './read-button';

// An address may hold a key: no draft keeps it.
const secretFields = ['url'];

type Props = {
  environment: string;
  organizationId: string;
  connectionId: string;
  issuer: string;
  onFound: (found: FoundMetadata<OidcFields>) => void;
};

/** Reads the discovery document of the customer's issuer. */
export function ReadOidcMetadata({ environment, organizationId, connectionId, issuer, onFound }: Props) {
  const form = useActionForm({
    name: `connection.read_metadata:${connectionId}`,
    environment,
    schema: readOidcMetadataInput,
    defaultValues: { organizationId, connectionId, url: issuer },
    secretFields,
    action: readOidc,
    onSuccess: onFound,
  });
  const footer = <ReadButton label="Read discovery document" state={form.state} />;
  return (
    <ActionForm form={form} className="max-w-160" footer={footer}>
      <TextField
        mono
        name="url"
        label="Issuer or discovery address"
        inputMode="url"
        help="Fetched by the server of this console, from the public internet alone."
      />
    </ActionForm>
  );
}
