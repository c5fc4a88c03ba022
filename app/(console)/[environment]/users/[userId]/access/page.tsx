import type { Metadata } from 'next';
import { Suspense } from 'react';
import { z } from 'zod';
import { RoleOrigin } from '@/components/directories/role-origin';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { AccessTables } from '@/components/users/access-tables';
import { OrganizationChoice } from '@/components/users/organization-choice';
import type { Result } from '@/lib/errors';
import { findRoleSources } from '@/lib/features/directories/role-sources';
import type { RoleSources } from '@/lib/features/directories/schema';
import { getUserAccess } from '@/lib/features/users/access';
import { getUser } from '@/lib/features/users/queries';
import { isolate } from '@/lib/isolate';
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
  const read = (id: string) => {
    const of = { userId, organizationId: id };
    // The origins take more trips, so the tables do not wait for them.
    return {
      access: settle(getUserAccess(environment, of)),
      origins: settle(findRoleSources(environment, of)),
    };
  };
  const asked = organization ? read(organization) : null;
  const user = await settle(getUser(environment, { userId }));
  if (!user.ok) {
    return <ErrorPanel title="This user could not be read." error={user.error} retryHref={path} />;
  }
  const { memberships } = user.data;
  const chosen = organization ?? memberships[0]?.organizationId;
  if (!chosen) return <EmptyState title="No access">They belong to no organization.</EmptyState>;
  const reading = asked ?? read(chosen);
  const access = await reading.access;
  const membership = memberships.find((one) => one.organizationId === chosen);
  return (
    <>
      <OrganizationChoice path={path} memberships={memberships} chosen={chosen} />
      {!access.ok ? (
        <ErrorPanel title="The access could not be read." error={access.error} retryHref={path} />
      ) : (
        <Section
          title={`Access at ${isolate(membership?.organizationName ?? chosen)}`}
          description={`A role that a directory group brings may have been given by hand as well: Scalekit does not tell. How this membership came about: ${membership?.provisioningMethod ?? 'not known'}.`}
        >
          <AccessTables
            access={access.data}
            originOf={({ name, source }) => (
              <Suspense fallback={<span className="text-quiet">; reading the directories…</span>}>
                <Origin
                  environment={environment}
                  organizationId={chosen}
                  roleName={name}
                  isGiven={source === 'Given'}
                  reading={reading.origins}
                />
              </Suspense>
            )}
          />
        </Section>
      )}
    </>
  );
}

type OriginProps = {
  environment: string;
  organizationId: string;
  roleName: string;
  isGiven: boolean;
  reading: Promise<Result<RoleSources>>;
};

async function Origin({ reading, ...of }: OriginProps) {
  const found = await reading;
  return <RoleOrigin {...of} found={found.ok ? found.data : null} />;
}
