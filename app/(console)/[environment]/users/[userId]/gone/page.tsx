import type { Metadata } from 'next';
import { DepartureCheck } from '@/components/departures/departure-check';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { checkUser } from '@/lib/features/departures/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Really gone?' };

/** Whether a user is really gone: every way in, one button that cuts them, a receipt. */
export default async function GonePage(props: PageProps<'/[environment]/users/[userId]/gone'>) {
  const { environment, userId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const found = await settle(checkUser(environment, { userId }));
  if (!found.ok)
    return (
      <ErrorPanel
        title="This user could not be looked up."
        error={found.error}
        action={
          <LinkButton href={paths.goneByEmail(environment)} size="small">
            Look by e-mail instead
          </LinkButton>
        }
      />
    );
  const at = new Date().toISOString();
  return (
    <DepartureCheck
      key={at}
      environment={environment}
      departure={found.data}
      at={at}
      by={`${principal.name} (${principal.email})`}
      mayCut={can(principal, 'departure.disconnect_account')}
    />
  );
}
