import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import type { HandOverRow } from '@/lib/features/hand-overs/schema';
import { HandOverTable } from './hand-over-table';

type Props = { rows: HandOverRow[]; pages: Parameters<typeof Pagination>[0]; mayRevoke: boolean };

/** The hand-overs of an organization, or where the first one comes from. */
export function HandOverList({ rows, pages, mayRevoke }: Props) {
  return (
    <Section
      title="Hand-overs"
      description="Secrets given away by a link that opens once. Keydesk has no key to them."
    >
      {rows.length === 0 ? (
        <EmptyState title="No hand-overs yet">
          When an API key, a client secret or a SCIM bearer secret has just been made, “Hand over” beside it
          makes a link for its recipient. You see here whether it was opened.
        </EmptyState>
      ) : (
        <>
          <HandOverTable rows={rows} mayRevoke={mayRevoke} />
          <Pagination {...pages} />
        </>
      )}
    </Section>
  );
}
