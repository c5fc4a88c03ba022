'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { ActionForm } from '@/components/forms/action-form';
import { ChangeList, type FormChange } from '@/components/forms/change-list';
import { SubmitButton } from '@/components/forms/submit-button';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { LinkButton } from '@/components/ui/link-button';
import { updateConnectedAccount } from '@/lib/features/connected-accounts/actions';
import type { CredentialKind } from '@/lib/features/connected-accounts/credentials-schema';
import { noCredentials, updateAccountInput } from '@/lib/features/connected-accounts/schema';
import { paths, withSearch } from '@/lib/paths';
import { CredentialGroups, unkeptFields } from './credential-groups';
import type { OfAccount } from './dialogs';

const kinds: Record<string, Exclude<CredentialKind, 'none'>> = {
  OAUTH: 'oauth',
  OAUTH_M2M: 'oauth',
  TRELLO_OAUTH1: 'oauth',
  SMART_FHIR: 'oauth',
  GOOGLE_DWD: 'google',
  TRUSTED_IDP: 'trusted',
};

/** New credentials or settings of an account; Scalekit keeps what is not sent. */
export function EditAccount({ environment, account, organizationId }: OfAccount) {
  const router = useRouter();
  const { id: accountId, apiConfig } = account;
  const back = withSearch(paths.connectedAccount(environment, accountId), { organization: organizationId });
  const form = useActionForm({
    name: `connected_account.update:${accountId}`,
    environment,
    schema: updateAccountInput,
    defaultValues: { ...noCredentials, accountId, organizationId, apiConfig, beforeApiConfig: apiConfig },
    secretFields: unkeptFields,
    action: updateConnectedAccount,
    onSuccess: () => {
      announce('The account is saved.');
      router.push(back);
    },
  });
  const footer = (
    <footer className="mt-6 flex max-w-160 gap-2 border-t border-line pt-4">
      <SubmitButton label="Save account" state={form.state} />
      <LinkButton href={back}>Back to the account</LinkButton>
    </footer>
  );
  return (
    <ActionForm form={form} className="max-w-160" footer={footer}>
      <CredentialGroups
        none={{ value: 'none', label: 'Nothing', hint: 'What Scalekit holds stays as it is.' }}
        kinds={[kinds[account.authorizationType] ?? 'static']}
      />
      <Changes before={apiConfig} />
    </ActionForm>
  );
}

function Changes({ before }: { before: string }) {
  const kind: CredentialKind = useWatch({ name: 'kind' });
  const settings: string = useWatch({ name: 'apiConfig' });
  const changes: FormChange[] = [];
  if (kind !== 'none') {
    changes.push({
      words: 'The credentials are replaced; the account is active from then on.',
      isLoss: true,
    });
  }
  if (settings.trim() === '' && before !== '')
    changes.push({ words: 'All settings are taken away.', isLoss: true });
  else if (settings.trim() !== before)
    changes.push({ words: 'The settings are replaced as a whole.', isLoss: false });
  return <ChangeList changes={changes}>Only what stands here is sent. All else stays as it is.</ChangeList>;
}
