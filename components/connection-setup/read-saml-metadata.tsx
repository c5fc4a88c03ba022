'use client';

import { useWatch } from 'react-hook-form';
import { ActionForm } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { readSaml } from '@/lib/features/connection-setup/actions';
import {
  type FoundMetadata,
  readSamlMetadataInput,
  type SamlFields,
} from '@/lib/features/connection-setup/schema';
import { ReadButton } from './read-button';

// An address may hold a key, and metadata is large: no draft keeps them.
const secretFields = ['url', 'xml'];

type Props = {
  environment: string;
  organizationId: string;
  connectionId: string;
  /** Where it was read before. */
  address: string;
  onFound: (found: FoundMetadata<SamlFields>) => void;
};

/** Reads the metadata that a customer sends: an address, or the XML itself. */
export function ReadSamlMetadata({ environment, organizationId, connectionId, address, onFound }: Props) {
  const form = useActionForm({
    name: `connection.read_metadata:${connectionId}`,
    environment,
    schema: readSamlMetadataInput,
    defaultValues: { organizationId, connectionId, from: 'url', url: address, xml: '' },
    secretFields,
    action: readSaml,
    onSuccess: onFound,
  });
  return (
    <ActionForm
      form={form}
      className="max-w-160"
      footer={<ReadButton label="Read metadata" state={form.state} />}
    >
      <ChoiceField
        pick="one"
        name="from"
        label="The customer sent"
        options={[
          { value: 'url', label: 'The address of their metadata' },
          { value: 'xml', label: 'The metadata itself (XML)' },
        ]}
      />
      <Source />
    </ActionForm>
  );
}

function Source() {
  return useWatch({ name: 'from' }) === 'xml' ? (
    <TextField multiline mono name="xml" label="Metadata" help="All of it, from the first < to the last >." />
  ) : (
    <TextField
      mono
      name="url"
      label="Address of the metadata"
      inputMode="url"
      help="Fetched by the server of this console, from the public internet alone."
    />
  );
}
