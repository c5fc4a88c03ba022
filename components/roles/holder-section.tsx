import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type { OrganizationRoles, RoleHolderPage } from '@/lib/features/roles/schema';
import { holderPageSize } from '@/lib/features/roles/schema';
import { formatCount, formatRange } from '@/lib/format';
import { type ListPosition, pageLinks } from '@/lib/page-links';
import { HolderTable } from './holder-table';

type Props = {
  environment: string;
  list: OrganizationRoles;
  path: string;
  holders: Result<RoleHolderPage>;
  position: ListPosition;
};

/** The members with the role, page by page of all members: the API cannot list by role. */
export function HolderSection({ environment, list, path, holders, position }: Props) {
  if (!holders.ok) {
    return (
      <Section title="Members who have it">
        <ErrorPanel title="The members could not be read." error={holders.error} retryHref={path} />
      </Section>
    );
  }
  const { rows, members, total } = holders.data;
  const pages = pageLinks(path, {}, { ...holders.data, rows: members }, position, holderPageSize);
  const isWhole = !pages.previousHref && !pages.nextHref;
  const looked = `Of members ${formatRange(pages.first, members.length, total ?? undefined)}`;
  return (
    <Section
      title="Members who have it"
      description="Scalekit cannot list by role, so members are looked through page by page."
    >
      {members.length === 0 ? (
        <p className="text-quiet">This organization has no members.</p>
      ) : rows.length === 0 ? (
        <p className="text-quiet">{isWhole ? 'No member has it.' : `${looked}, none has it.`}</p>
      ) : (
        <>
          {isWhole ? null : (
            <p className="mb-2 text-table text-quiet">
              {looked}, {formatCount(rows.length)} {rows.length === 1 ? 'has' : 'have'} it.
            </p>
          )}
          <HolderTable environment={environment} list={list} rows={rows} />
        </>
      )}
      {isWhole ? null : <Pagination {...pages} />}
    </Section>
  );
}
