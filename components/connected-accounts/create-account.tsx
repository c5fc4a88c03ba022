'use client';

import { useRouter } from 'next/navigation';
import { FormGroup } from '@/components/agents/form-group';
import { ActionForm } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormField } from '@/components/forms/form-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { announce } from '@/components/ui/announce';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import type { AppConnectionRow } from '@/lib/features/app-connections/schema';
import { createConnectedAccount } from '@/lib/features/connected-accounts/actions';
import { createAccountInput, noCredentials } from '@/lib/features/connected-accounts/schema';
import type { Page } from '@/lib/page';
import { paths, withSearch } from '@/lib/paths';
import { CredentialGroups, unkeptFields } from './credential-groups';

type Props = {
  environment: string;
  /** Whose it will be; empty to ask. */
  organizationId: string;
  back: string;
};

/** Adds one person's account; without credentials they get a link afterwards. */
export function CreateAccount({ environment, organizationId, back }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `connected_account.create:${organizationId}`,
    environment,
    schema: createAccountInput,
    defaultValues: {
      organizationId,
      userId: '',
      connector: '',
      identifier: '',
      ifPresent: 'use',
      ...noCredentials,
    },
    secretFields: unkeptFields,
    action: createConnectedAccount,
    onSuccess: ({ accountId, existed }, input) => {
      announce(existed ? 'The account was there already.' : 'The account is created.');
      const search = { organization: input.organizationId, existing: existed ? '1' : '' };
      router.push(withSearch(paths.connectedAccount(environment, accountId), search));
    },
  });
  const footer = (
    <footer className="mt-6 flex max-w-160 gap-2 border-t border-line pt-4">
      <SubmitButton label="Create account" state={form.state} />
      <LinkButton href={back}>Back to the accounts</LinkButton>
    </footer>
  );
  return (
    <ActionForm form={form} className="max-w-160" footer={footer}>
      <FormGroup title="Whose account">
        <LiveQueries>
          <ConnectorField environment={environment} />
        </LiveQueries>
        <TextField
          name="identifier"
          label="Identifier"
          help="What your application knows the person by: mostly their e-mail address, to which new links can be mailed."
        />
        {organizationId ? null : (
          <TextField mono optional name="organizationId" label="Organization id" placeholder="org_…" />
        )}
        <TextField mono optional name="userId" label="User id" placeholder="usr_…" />
        <ChoiceField
          pick="one"
          name="ifPresent"
          label="If this person has an account of the connection already"
          options={[
            { value: 'use', label: 'Open that one', hint: 'Nothing of it is changed.' },
            { value: 'refuse', label: 'Refuse' },
          ]}
        />
      </FormGroup>
      <CredentialGroups
        none={{
          value: 'none',
          label: 'Nothing',
          hint: 'The person consents by a link, which you create next.',
        }}
        kinds={['oauth', 'static', 'google', 'trusted']}
      />
    </ActionForm>
  );
}

function ConnectorField({ environment }: { environment: string }) {
  const choices = useLiveQuery<Page<AppConnectionRow>>(
    'appConnections.list',
    environment,
    {},
    { staleTime: 60_000 },
  );
  const help = choices.error
    ? 'The connections could not be listed here: type the key of one.'
    : 'The key of an app connection: choose one, or type it.';
  return (
    <FormField name="connector" label="Connection" help={<span aria-live="polite">{help}</span>}>
      {(control) => (
        <>
          <Input
            {...control}
            list={`${control.id}-choices`}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
          />
          <datalist id={`${control.id}-choices`}>
            {choices.data?.rows.map(({ id, keyId, providerKey }) => (
              <option key={id} value={keyId}>
                {providerKey}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
