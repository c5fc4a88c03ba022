import type { Metadata } from 'next';
import { z } from 'zod';
import { AddressForm } from '@/components/departures/address-form';
import { DepartureCheck } from '@/components/departures/departure-check';
import { ErasePerson } from '@/components/erasure/erase-person';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { checkAddress } from '@/lib/features/departures/queries';
import { checkAddressInput } from '@/lib/features/departures/schema';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Really gone?' };

const searchSchema = z.object({
  email: z.string().trim().max(254).default('').catch(''),
  organization: z.string().trim().max(36).default('').catch(''),
});

/** The same by e-mail, for somebody whose user record may be deleted. */
export default async function GoneByEmailPage(props: PageProps<'/[environment]/users/gone'>) {
  const { environment } = await props.params;
  const { email, organization } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const input = checkAddressInput.safeParse({ email, organizationId: organization || undefined });
  const found = input.success ? await settle(checkAddress(environment, input.data)) : null;
  const at = new Date().toISOString();
  const path = paths.goneByEmail(environment);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Users', href: paths.users(environment) }]}
        title="Is somebody really gone?"
      >
        By e-mail, for somebody whose user record may be deleted.
      </PageHeader>
      <AddressForm
        path={path}
        email={email}
        organization={organization}
        problem={email && !input.success ? input.error.issues[0]?.message : undefined}
      />
      {found === null ? (
        <EmptyState title="Who?">
          Where somebody without a record belonged is taken from the login log; name the organization to look
          there in any case.
        </EmptyState>
      ) : !found.ok ? (
        <ErrorPanel title="They could not be looked up." error={found.error} retryHref={path} />
      ) : (
        <DepartureCheck
          key={at}
          environment={environment}
          departure={found.data}
          at={at}
          by={`${principal.name} (${principal.email})`}
          mayCut={can(principal, 'departure.disconnect_account')}
        />
      )}
      {can(principal, 'person.erase', { kind: 'environment' }) ? (
        <ErasePerson environment={environment} />
      ) : null}
    </>
  );
}
