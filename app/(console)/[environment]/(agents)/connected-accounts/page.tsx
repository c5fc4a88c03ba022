import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountFilter } from '@/components/connected-accounts/account-filter';
import { AccountList } from '@/components/connected-accounts/account-list';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { can, type Scope } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listConnectedAccounts } from '@/lib/features/connected-accounts/queries';
import { accountInput } from '@/lib/features/connected-accounts/schema';
import { accountAddress, readAccountSearch } from '@/lib/features/connected-accounts/search';
import { listPosition } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Connected accounts' };

const everywhere = { kind: 'environment' } as const;
const scopeOf = (organizationId: string): Scope =>
  organizationId ? { kind: 'organization', organizationId } : everywhere;

/** People's accounts with which agents act, of all customers. A whole id leads straight to its account. */
export default async function ConnectedAccountsPage(props: PageProps<'/[environment]/connected-accounts'>) {
  const { environment } = await props.params;
  const params = await props.searchParams;
  const position = listPosition.parse(params);
  const address = accountAddress.parse(params);
  const principal = await requirePagePrincipal(environment);
  const id = accountInput.safeParse({ accountId: address.q });
  if (id.success) {
    const { organization } = address;
    redirect(withSearch(paths.connectedAccount(environment, id.data.accountId), { organization }));
  }
  const path = paths.connectedAccounts(environment);
  const { search, problems } = readAccountSearch(address);
  const list = await settle(listConnectedAccounts(environment, { ...search, pageToken: position.cursor }));
  const create = can(principal, 'connected_account.create', everywhere) ? (
    <LinkButton href={paths.newConnectedAccount(environment)} variant="primary" data-shortcut="create">
      Create account
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title="Connected accounts"
        action={
          <span className="flex flex-wrap gap-2">
            <LinkButton href={withSearch(path, { status: 'needs_link' })}>Expired and pending</LinkButton>
            {create}
          </span>
        }
      />
      <AccountFilter path={path} address={address} problems={problems} ofOneCustomer={false} />
      {principal.customers !== 'all' && !search.organizationId ? (
        <Notice tone="info" title="You work on some customers, and this list is of all">
          Name one of yours by its organization id, or open the tab “Connected accounts” of its page.
        </Notice>
      ) : (
        <AccountList
          {...{ environment, path, address, position, list, create }}
          organizationId={search.organizationId}
          maySend={can(principal, 'connected_account.send_link', scopeOf(search.organizationId))}
        />
      )}
    </>
  );
}
