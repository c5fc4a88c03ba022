import type { Metadata } from 'next';
import { ComparePeople } from '@/components/people-comparison/compare-people';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { listDirectories } from '@/lib/features/directories/queries';
import { listDomains } from '@/lib/features/domains/queries';
import type { DomainRow } from '@/lib/features/domains/schema';
import { mostDirectoryUsers, mostMembers } from '@/lib/features/people-comparison/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Compare people' };

/** Directory users, members and external identities of an organization side by side. */
export default async function ComparePeoplePage(
  props: PageProps<'/[environment]/organizations/[organizationId]/members/compare'>,
) {
  const { environment, organizationId } = await props.params;
  const [directories, domains] = await Promise.all([
    settle(listDirectories(environment, { organizationId })),
    settle(listDomains(environment, { organizationId })),
  ]);
  const path = paths.comparePeople(environment, organizationId);
  return (
    <Section
      title="Compare people"
      description={`Directory users, members and identities at the identity provider, put together by address and by id. Reads up to ${formatCount(mostMembers)} members and ${formatCount(mostDirectoryUsers)} directory users, page by page, while this page is open.`}
    >
      {!directories.ok ? (
        <ErrorPanel title="The directories could not be read." error={directories.error} retryHref={path} />
      ) : (
        <>
          {directories.data.length === 0 ? (
            <EmptyState title="No directory">
              There is nothing to compare members with; duplicates among them are found all the same.
            </EmptyState>
          ) : null}
          {domains.ok ? null : (
            <p className="mb-3 text-table text-quiet">
              The domains could not be read, so nobody is called an orphan: {domains.error.message}
            </p>
          )}
          <ComparePeople
            environment={environment}
            organizationId={organizationId}
            directories={directories.data.map(({ id, name, enabled }) => ({ id, name, enabled }))}
            verifiedDomains={
              domains.ok ? domains.data.rows.filter(isProven).map(({ domain }) => domain.toLowerCase()) : null
            }
          />
        </>
      )}
    </Section>
  );
}

const isProven = ({ type, status }: DomainRow) =>
  type === 'organization' && (status === 'verified' || status === 'auto_verified');
