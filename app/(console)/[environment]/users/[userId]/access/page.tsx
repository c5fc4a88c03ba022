import type { Metadata } from 'next';
import { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { AccessTables } from '@/components/users/access-tables';
import { OrganizationChoice } from '@/components/users/organization-choice';
import { getUserAccess } from '@/lib/features/users/access';
import { getUser } from '@/lib/features/users/queries';
import { paths } from '@/lib/paths';
import { organizationId } from '@/lib/scalekit-ids';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Access' };

const searchSchema = z.object({ organization: organizationId.optional().catch(undefined) });

/** What a user may do in one organization, and why. */
export default async function AccessPage(props: PageProps<'/[environment]/users/[userId]/access'>) {
  const { environment, userId } = await props.params;
  const { organization } = searchSchema.parse(await props.searchParams);
  const path = paths.userAccess(environment, userId);
  const read = (id: string) => settle(getUserAccess(environment, { userId, organizationId: id }));
  const [user, asked] = await Promise.all([
    settle(getUser(environment, { userId })),
    organization ? read(organization) : null,
  ]);
  if (!user.ok) {
    return <ErrorPanel title="This user could not be read." error={user.error} retryHref={path} />;
  }
  const { memberships } = user.data;
  const chosen = organization ?? memberships[0]?.organizationId;
  if (!chosen) return <EmptyState title="No access">They belong to no organization.</EmptyState>;
  const access = asked ?? (await read(chosen));
  const membership = memberships.find((one) => one.organizationId === chosen);
  return (
    <>
      <OrganizationChoice path={path} memberships={memberships} chosen={chosen} />
      {!access.ok ? (
        <ErrorPanel title="The access could not be read." error={access.error} retryHref={path} />
      ) : (
        <Section
          title={`Access at ${membership?.organizationName ?? chosen}`}
          description={`A membership does not say whether a role was given by hand or by a directory group; what a group brings stands with its directory. How this membership came about: ${membership?.provisioningMethod ?? 'not known'}.`}
        >
          <AccessTables access={access.data} />
        </Section>
      )}
    </>
  );
}
