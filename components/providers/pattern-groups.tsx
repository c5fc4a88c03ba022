'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { FormGroup } from '@/components/agents/form-group';
import { ChoiceField } from '@/components/forms/choice-field';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';
import { FieldRows, MutationRows, ScopeRows } from './field-rows';

const types = [
  { value: 'OAUTH', label: 'OAuth', hint: 'People let the agent in at the provider, in a browser.' },
  { value: 'BEARER', label: 'Bearer token', hint: 'People paste a token; it is sent as “Bearer …”.' },
  { value: 'API_KEY', label: 'API key', hint: 'People paste a key; it is sent as it is.' },
  { value: 'BASIC', label: 'Name and password', hint: 'HTTP Basic; often a key in the place of the name.' },
];

/** How people authorize: the type decides which fields there are. */
export function PatternGroups() {
  const { register } = useFormContext();
  const type = useWatch({ name: 'type' });
  const isMcp = useWatch({ name: 'isMcp' });
  return (
    <>
      <FormGroup title="How people authorize">
        <ChoiceField pick="one" name="type" label="They authorize by" options={types} />
        <Checkbox
          label="It is an MCP server"
          hint="Scalekit asks it for its tools. With OAuth it also tells its own addresses."
          {...register('isMcp')}
        />
        <TextField
          optional
          name="patternName"
          label="Name of the way"
          help="What people read above the fields."
        />
        <TextField optional name="patternDescription" label="Description of the way" />
      </FormGroup>
      {type === 'OAUTH' ? <OauthGroup isMcp={isMcp} /> : null}
      <FormGroup title="What people are asked for">
        <FieldRows
          name="fields"
          label="Fields"
          noun="field"
          help={
            type === 'OAUTH'
              ? 'Options of the sign-in, no credentials: those stay with the provider.'
              : (keyHelp[type] ?? '')
          }
        />
        {type === 'OAUTH' ? (
          <FieldRows
            name="accountFields"
            label="Account fields"
            noun="account field"
            help="Values of one account, such as the part of the address that differs by customer."
          />
        ) : null}
      </FormGroup>
      {type === 'OAUTH' ? null : (
        <FormGroup title="How the credential is sent">
          <TextField
            optional
            mono
            name="headerName"
            label="Header"
            placeholder="Authorization"
            help="For a provider that reads another header, such as x-api-key."
          />
          <MutationRows />
        </FormGroup>
      )}
    </>
  );
}

const keyHelp: Record<string, string> = {
  BEARER: 'Scalekit sends what is kept under the key token.',
  API_KEY: 'Scalekit sends what is kept under the key api_key.',
  BASIC: 'Scalekit sends what is kept under the keys username and password.',
};

function OauthGroup({ isMcp }: { isMcp: boolean }) {
  const { register } = useFormContext();
  if (isMcp) {
    return (
      <FormGroup title="OAuth">
        <p className="measure text-quiet">
          An MCP server tells its addresses itself and registers the client, always with PKCE: there is
          nothing to fill in.
        </p>
      </FormGroup>
    );
  }
  return (
    <FormGroup title="OAuth" help="From the provider’s documentation for developers.">
      <TextField mono name="authorizeUri" label="Authorization address" inputMode="url" />
      <TextField mono name="tokenUri" label="Token address" inputMode="url" />
      <TextField mono optional name="userInfoUri" label="User info address" inputMode="url" />
      <Checkbox
        label="PKCE"
        hint="A code that is stolen on its way is worth nothing."
        {...register('pkceEnabled')}
      />
      <ScopeRows />
      <TextField
        mono
        optional
        name="customScopeName"
        label="Parameter that scopes are sent as"
        help="For a provider that calls it something else than scope."
      />
    </FormGroup>
  );
}
