'use client';

import { useFormContext } from 'react-hook-form';
import { FormGroup } from '@/components/agents/form-group';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';

/** What a provider is called. */
export function NameGroup({ identifier }: { identifier: string | null }) {
  return (
    <FormGroup title="Name">
      <TextField
        name="displayName"
        label="Name"
        help={`Letters, digits and spaces, 200 at most. ${
          identifier
            ? `The identifier ${identifier} stays, whatever the name becomes.`
            : 'Scalekit makes the identifier of it; app connections name the provider by that.'
        }`}
      />
      <TextField optional name="description" label="Description" help="What people read when they choose." />
      <TextField
        optional
        mono
        name="iconSrc"
        label="Address of the icon"
        inputMode="url"
        help="https:// and best an SVG of 800 × 800. The preview does not load it: this console fetches nothing from elsewhere."
      />
    </FormGroup>
  );
}

/** Where requests go. */
export function ProxyGroup() {
  const { register } = useFormContext();
  return (
    <FormGroup title="Where requests go">
      <TextField
        mono
        name="proxyUrl"
        label="Proxy address"
        inputMode="url"
        placeholder="https://{{domain}}.example.com/api"
        help="https:// alone, 2,048 characters at most. {{domain}} stands for what a field with the key domain asks for. Of an MCP server it is the address of the server."
      />
      <Checkbox
        label="Requests go through Scalekit"
        hint="It adds the credential and hands the answer on."
        {...register('proxyEnabled')}
      />
    </FormGroup>
  );
}

/** Notes of one’s own. */
export function MetadataGroup() {
  return (
    <FormGroup title="Metadata">
      <KeyValueFields
        name="metadata"
        label="Pairs"
        noun="pair"
        limit={20}
        help="Keys of 3 to 25 characters, values of 1 to 256."
      />
    </FormGroup>
  );
}
