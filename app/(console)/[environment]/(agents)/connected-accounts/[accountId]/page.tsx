import type { Metadata } from 'next';
import { AccountFacts } from '@/components/connected-accounts/account-facts';
import {
  CreateDurableLinkDialog,
  CreateLinkDialog,
  DeleteAccountDialog,
  DisconnectAccountDialog,
  RevealCredentialsDialog,
  VerifyAccountDialog,
  WithdrawDurableLinkDialog,
} from '@/components/connected-accounts/dialogs';
import { DurableLinks } from '@/components/connected-accounts/durable-links';
import { SendLinkButton } from '@/components/connected-accounts/send-link-button';
import { statusWords } from '@/components/connected-accounts/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import type { Permission } from '@/lib/auth/permissions';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getConnectedAccount, listDurableLinks } from '@/lib/features/connected-accounts/queries';
import { queueStatuses } from '@/lib/features/connected-accounts/schema';
import { isMailConfigured } from '@/lib/mail';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { Recent } from '../../../activity/recent';
import { AsCode } from '../../../as-code';
import { readAccountAddress } from '../account-address';

export const metadata: Metadata = { title: 'Connected account' };

/** One person's account at a provider. `?organization=` shows it as that customer's. */
export default async function ConnectedAccountPage(
  props: PageProps<'/[environment]/connected-accounts/[accountId]'>,
) {
  const { environment, accountId } = await props.params;
  const at = readAccountAddress(environment, await props.searchParams);
  const { organizationId, scope, listHref } = at;
  const principal = await requirePagePrincipal(environment);
  const crumbs = [{ label: 'Connected accounts', href: listHref }];
  const search = { organization: organizationId };
  const id = { value: accountId, what: 'connected account id' };
  const named = { accountId, organizationId };
  const [found, links] = await Promise.all([
    settle(getConnectedAccount(environment, named)),
    settle(listDurableLinks(environment, named)),
  ]);
  if (!found.ok) {
    const retryHref = withSearch(paths.connectedAccount(environment, accountId), search);
    const title = 'This connected account could not be read.';
    return (
      <>
        <PageHeader crumbs={crumbs} title="Connected account" id={id} />
        <ErrorPanel title={title} error={found.error} retryHref={retryHref} />
      </>
    );
  }
  const account = found.data;
  const may = (act: string) => can(principal, `connected_account.${act}` as Permission, scope);
  const about = { environment, account, organizationId };
  const { tone, label, meaning } = statusWords[account.status];
  const hasCredentials = account.status === 'ACTIVE' || account.status === 'EXPIRED';
  const more: MenuEntry[] = [
    ...(may('verify') ? [{ label: 'Verify user…', dialog: 'verify' }] : []),
    ...(may('reveal_credentials') && hasCredentials
      ? [{ label: 'Show credentials…', dialog: 'credentials' }]
      : []),
    ...(may('disconnect') && account.status !== 'DISCONNECTED'
      ? [{ label: 'Disconnect…', dialog: 'disconnect', danger: true, separated: true }]
      : []),
    ...(may('delete') ? [{ label: 'Delete…', dialog: 'delete-account', danger: true }] : []),
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={account.identifier}
        status={<Status tone={tone}>{label}</Status>}
        id={id}
        more={more.length > 0 ? more : undefined}
        action={
          <span className="flex flex-wrap gap-2">
            {may('update') ? (
              <LinkButton
                href={withSearch(paths.connectedAccountEdit(environment, accountId), search)}
                data-shortcut="edit"
              >
                Edit
              </LinkButton>
            ) : null}
            {may('create_link') ? (
              <DialogLink dialog="link" variant="primary">
                Create link
              </DialogLink>
            ) : null}
          </span>
        }
      />
      <div className="mb-6 flex max-w-160 flex-col gap-3 empty:hidden">
        {at.existed ? (
          <Notice tone="info" title="This account was there already">
            Nothing of it was changed, and nothing that you filled in was sent.
          </Notice>
        ) : null}
        {queueStatuses.includes(account.status) ? (
          <Notice tone="warning" title={meaning}>
            {may('send_link') ? (
              <SendLinkButton
                {...{ environment, accountId, organizationId }}
                identifier={account.identifier}
              />
            ) : null}
          </Notice>
        ) : null}
      </div>
      <AccountFacts
        environment={environment}
        account={account}
        mayListTools={can(principal, 'tool.read', { kind: 'environment' })}
      />
      <DurableLinks
        links={links}
        mayCreate={may('create_durable_link')}
        mayRevoke={may('revoke_durable_link')}
      />
      <Recent environment={environment} about={{ target: accountId }} />
      <AsCode
        environment={environment}
        calls={[{ operation: 'connectedAccounts.getMagicLinkForConnectedAccount', input: { id: accountId } }]}
      />
      {may('create_link') ? <CreateLinkDialog {...about} /> : null}
      {may('create_durable_link') ? (
        <CreateDurableLinkDialog {...about} asksForCode={isMailConfigured()} />
      ) : null}
      {may('revoke_durable_link') ? <WithdrawDurableLinkDialog {...about} /> : null}
      {may('verify') ? <VerifyAccountDialog {...about} /> : null}
      {may('reveal_credentials') ? <RevealCredentialsDialog {...about} /> : null}
      {may('disconnect') ? <DisconnectAccountDialog {...about} /> : null}
      {may('delete') ? <DeleteAccountDialog {...about} /> : null}
    </>
  );
}
