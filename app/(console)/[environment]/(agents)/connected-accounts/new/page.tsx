import type { Metadata } from 'next';
import { CreateAccount } from '@/components/connected-accounts/create-account';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { readAccountAddress } from '../account-address';

export const metadata: Metadata = { title: 'Create a connected account' };

/** A new account of one person at a provider; `?organization=` says whose customer's. */
export default async function NewConnectedAccountPage(
  props: PageProps<'/[environment]/connected-accounts/new'>,
) {
  const { environment } = await props.params;
  const { organizationId, scope, listHref } = readAccountAddress(environment, await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Connected accounts', href: listHref }]}
        title="Create a connected account"
      >
        {organizationId ? `For ${organizationId}.` : null}
      </PageHeader>
      {can(principal, 'connected_account.create', scope) ? (
        <CreateAccount environment={environment} organizationId={organizationId} back={listHref} />
      ) : (
        <Notice tone="info" title="Your role does not create connected accounts here">
          Colleagues in support can; who is limited to some customers creates them on the customer’s own tab.
        </Notice>
      )}
    </>
  );
}
