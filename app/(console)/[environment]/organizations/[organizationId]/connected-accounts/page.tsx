import type { Metadata } from 'next';
import { AccountFilter } from '@/components/connected-accounts/account-filter';
import { AccountList } from '@/components/connected-accounts/account-list';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listConnectedAccounts } from '@/lib/features/connected-accounts/queries';
import { accountAddress, readAccountSearch } from '@/lib/features/connected-accounts/search';
import { listPosition } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Connected accounts' };

/** The accounts of one customer's people with which agents act. */
export default async function OrganizationAccountsPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connected-accounts'>,
) {
  const { environment, organizationId } = await props.params;
  const params = await props.searchParams;
  const position = listPosition.parse(params);
  const address = { ...accountAddress.parse(params), organization: '' };
  const principal = await requirePagePrincipal(environment);
  const path = paths.organizationAccounts(environment, organizationId);
  const { search, problems } = readAccountSearch(address);
  const input = { ...search, organizationId, pageToken: position.cursor };
  const list = await settle(listConnectedAccounts(environment, input));
  const newPath = withSearch(paths.newConnectedAccount(environment), { organization: organizationId });
  const create = can(principal, 'connected_account.create') ? (
    <LinkButton href={newPath} variant="primary" data-shortcut="create">
      Create account
    </LinkButton>
  ) : null;
  return (
    <Section title="Connected accounts" action={create}>
      <AccountFilter path={path} address={address} problems={problems} ofOneCustomer />
      <AccountList
        {...{ environment, organizationId, path, address, position, list, create }}
        maySend={can(principal, 'connected_account.send_link')}
      />
    </Section>
  );
}
