'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { FormGroup } from '@/components/agents/form-group';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { updateGoogleConnection } from '@/lib/features/app-connections/actions';
import { type AppConnectionSetup, linesOf, updateGoogleInput } from '@/lib/features/app-connections/schema';
import { paths } from '@/lib/paths';
import { checkServiceAccount } from '@/lib/service-account';
import { EditFrame, unkeptFields } from './edit-frame';
import { SettingLines, SettingText } from './setting-fields';

type Props = { environment: string; setup: Extract<AppConnectionSetup, { kind: 'google' }> };

/** The settings of a Google service account with delegated rights. */
export function GoogleForm({ environment, setup }: Props) {
  const router = useRouter();
  const { connectionId, fields, secretMask } = setup;
  const form = useActionForm({
    name: `app_connection.update:${connectionId}`,
    environment,
    schema: updateGoogleInput,
    defaultValues: { connectionId, before: fields, ...fields },
    secretFields: unkeptFields,
    action: updateGoogleConnection,
    onSuccess: () => {
      announce('The settings are saved.');
      router.push(paths.appConnection(environment, connectionId));
    },
  });
  const about = { environment, connectionId, hasSecret: secretMask !== null };
  return (
    <EditFrame form={form} {...about}>
      <FormGroup title="Name">
        <SettingText name="keyId" help="What agents and connected accounts name the connection by." />
      </FormGroup>
      <FormGroup title="The service account">
        <SettingLines
          name="serviceAccountJson"
          optional={secretMask !== null}
          placeholder={secretMask ?? '{ "type": "service_account", … }'}
          help={
            secretMask
              ? 'A key is set, and nobody can read it here. Empty keeps it; a file that you paste takes its place at once.'
              : 'The JSON key file of the account, whole, as Google made it. It goes to Scalekit alone and is not shown again.'
          }
        />
        <PastedAccount />
        <SettingText optional name="tokenUri" help="Google’s own, unless you know better." />
      </FormGroup>
      <FormGroup title="What agents may do">
        <SettingLines
          name="scopes"
          optional
          help="One to a line. The customer’s Workspace administrator allows the same ones under domain-wide delegation."
        />
      </FormGroup>
    </EditFrame>
  );
}

/** Whose key was pasted, and what the customer's administrator has to enter; read in this browser alone. */
function PastedAccount() {
  const pasted: string = useWatch({ name: 'serviceAccountJson' });
  const scopes: string = useWatch({ name: 'scopes' });
  const check = pasted.trim() === '' ? null : checkServiceAccount(pasted);
  return (
    <div aria-live="polite">
      {check?.ok ? (
        <Facts
          facts={[
            { term: 'Account', value: check.account.email },
            { term: 'Project', value: check.account.projectId },
            {
              term: 'For the administrator',
              value: (
                <span className="flex items-start gap-1">
                  <span className="wrap-anywhere">
                    Client id <code className="font-mono text-xs">{check.account.clientId}</code> with the
                    scopes below
                  </span>
                  <CopyButton
                    text={`${check.account.clientId}\n${linesOf(scopes).join(',')}`}
                    what="client id and scopes"
                    className="-my-1.5 shrink-0"
                  />
                </span>
              ),
            },
          ]}
        />
      ) : check ? (
        <p className="text-table text-quiet">{check.problem}</p>
      ) : null}
    </div>
  );
}
