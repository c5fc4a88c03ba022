import type { Metadata } from 'next';
import { EditAccount } from '@/components/connected-accounts/edit-account';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getConnectedAccount } from '@/lib/features/connected-accounts/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { readAccountAddress } from '../../account-address';

export const metadata: Metadata = { title: 'Edit a connected account' };

/** New credentials and settings of one account, as a form. */
export default async function EditConnectedAccountPage(
  props: PageProps<'/[environment]/connected-accounts/[accountId]/edit'>,
) {
  const { environment, accountId } = await props.params;
  const { organizationId, scope, listHref } = readAccountAddress(environment, await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getConnectedAccount(environment, { accountId, organizationId }));
  const name = found.ok ? found.data.identifier : accountId;
  const search = { organization: organizationId };
  const crumbs = [
    { label: 'Connected accounts', href: listHref },
    { label: name, href: withSearch(paths.connectedAccount(environment, accountId), search) },
  ];
  return (
    <>
      <PageHeader crumbs={crumbs} title={found.ok ? `Edit ${name}` : 'Edit a connected account'} />
      {!found.ok ? (
        <ErrorPanel
          title="This connected account cannot be changed."
          error={found.error}
          retryHref={withSearch(paths.connectedAccountEdit(environment, accountId), search)}
        />
      ) : can(principal, 'connected_account.update', scope) ? (
        <EditAccount environment={environment} account={found.data} organizationId={organizationId} />
      ) : (
        <Notice tone="info" title="Your role does not change connected accounts" />
      )}
    </>
  );
}
