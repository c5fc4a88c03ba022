'use client';

import { useFormContext } from 'react-hook-form';
import { FormGroup } from '@/components/agents/form-group';
import { ChoiceField, type ChoiceOption } from '@/components/forms/choice-field';
import { FormField } from '@/components/forms/form-field';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { Textarea } from '@/components/ui/input';
import type { CredentialKind } from '@/lib/features/connected-accounts/credentials-schema';

/** Fields that no draft keeps: what is secret, and what the form began with. */
export const unkeptFields = [
  'accessToken',
  'refreshToken',
  'staticDetails.*.value',
  'apiConfig',
  'beforeApiConfig',
];

const words: Record<Exclude<CredentialKind, 'none'>, ChoiceOption> = {
  oauth: { value: 'oauth', label: 'OAuth tokens', hint: 'That your application got from the provider.' },
  static: { value: 'static', label: 'Values', hint: 'An API key, a user name and password, a bearer token.' },
  google: { value: 'google', label: 'A person in Google Workspace', hint: 'For domain-wide delegation.' },
  trusted: { value: 'trusted', label: 'A database user', hint: 'For a trusted identity provider.' },
};

type Props = {
  /** What choosing nothing means. */
  none: ChoiceOption;
  kinds: Exclude<CredentialKind, 'none'>[];
};

/** What an account authorizes with, handed in and not shown again, and the settings beside it. */
export function CredentialGroups({ none, kinds }: Props) {
  const { watch } = useFormContext<{ kind: CredentialKind }>();
  const kind = watch('kind');
  return (
    <>
      <FormGroup title="Credentials">
        <ChoiceField
          pick="one"
          name="kind"
          label="What is handed in"
          options={[none, ...kinds.map((one) => words[one])]}
        />
        {kind === 'oauth' ? <OauthFields /> : null}
        {kind === 'static' ? (
          <KeyValueFields
            name="staticDetails"
            label="Values"
            noun="value"
            limit={20}
            keys={{ word: 'Name', suggestions: ['api_key', 'username', 'password', 'token'] }}
            help="Named as the provider’s fields are. They go to Scalekit alone and are not shown again."
          />
        ) : null}
        {kind === 'google' ? (
          <TextField
            name="subject"
            label="Address"
            help="Agents act as this person, such as ada@acme.example."
          />
        ) : null}
        {kind === 'trusted' ? <TextField mono name="dbUser" label="Database user" /> : null}
      </FormGroup>
      <FormGroup title="Settings">
        <LinesField
          optional
          name="apiConfig"
          label="Settings as JSON"
          placeholder={'{ "region": "eu" }'}
          help="What the provider’s API needs besides. It is shown on the page: nothing secret belongs here."
        />
      </FormGroup>
    </>
  );
}

function OauthFields() {
  return (
    <>
      <LinesField
        name="accessToken"
        label="Access token"
        help="It goes to Scalekit alone and is not shown again."
      />
      <LinesField
        optional
        name="refreshToken"
        label="Refresh token"
        help="Without one the account expires with its access token."
      />
      <LinesField optional name="scopes" label="Scopes" help="With spaces or lines between them." />
      <TextField
        mono
        optional
        name="domain"
        label="Domain"
        help="Where the provider has one for each company."
      />
    </>
  );
}

type LinesProps = { name: string; label: string; help?: string; optional?: boolean; placeholder?: string };

/** Several lines, which no browser keeps or sends to a spelling service. */
function LinesField({ placeholder, ...field }: LinesProps) {
  return (
    <FormField {...field}>
      {(control) => (
        <Textarea
          className="max-h-96 font-mono text-xs"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          {...control}
        />
      )}
    </FormField>
  );
}
