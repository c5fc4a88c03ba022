import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Result } from '@/lib/errors';
import { type ConsentRow, resourcePageSize } from '@/lib/features/resources/schema';
import { isolate } from '@/lib/isolate';
import type { Page } from '@/lib/page';
import { type ListPosition, pageLinks } from '@/lib/page-links';
import { withSearch } from '@/lib/paths';

type Props = {
  path: string;
  q: string;
  position: ListPosition;
  /** Null for who does not see all customers. */
  list: Result<Page<ConsentRow>> | null;
  mayRevoke: boolean;
};

/** What people let the clients of a resource do. */
export function ConsentSection({ path, q, position, list, mayRevoke }: Props) {
  return (
    <Section title="Consents" description="What people let these clients do in their name.">
      {list ? (
        <FilterBar
          chips={q ? [{ label: `Matches ${isolate(q)}`, removeHref: path }] : []}
          clearHref={path}
          action={path}
        >
          <div>
            <label htmlFor="consent-q" className="mb-1 block text-table font-medium">
              Person or client
            </label>
            <Input
              key={q}
              id="consent-q"
              name="q"
              type="search"
              defaultValue={q}
              maxLength={100}
              className="w-52"
            />
          </div>
        </FilterBar>
      ) : (
        <p className="text-quiet">They are of people of all customers; you work on some of them.</p>
      )}
      {list?.ok === false ? (
        <ErrorPanel
          title="The consents could not be read."
          error={list.error}
          retryHref={withSearch(path, { q })}
        />
      ) : null}
      {list?.ok && list.data.rows.length === 0 ? (
        <p className="text-quiet">{q ? 'No consent matches.' : 'Nobody has consented yet.'}</p>
      ) : null}
      {list?.ok && list.data.rows.length > 0 ? (
        <>
          <ConsentTable rows={list.data.rows} mayRevoke={mayRevoke} />
          <Pagination {...pageLinks(path, { q }, list.data, position, resourcePageSize)} />
        </>
      ) : null}
    </Section>
  );
}

function ConsentTable({ rows, mayRevoke }: { rows: ConsentRow[]; mayRevoke: boolean }) {
  return (
    <Table label="Consents">
      <TableHead>
        <Th>Person</Th>
        <Th>Client</Th>
        <Th>Scopes</Th>
        <Th>Given</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-56 truncate" title={row.person}>
              {row.person}
            </Td>
            <Td className="max-w-48 truncate" title={row.clientName}>
              {row.clientName}
            </Td>
            <Td className="max-w-56 truncate font-mono text-xs" title={row.scopes.join(' ')}>
              {row.scopes.join(' ') || '–'}
            </Td>
            <Td quiet>
              <RelativeTime time={row.grantedAt} />
            </Td>
            <Td>
              {mayRevoke ? (
                <DialogLink
                  dialog={`revoke:${row.id}`}
                  variant="secondary"
                  size="small"
                  aria-label={`Revoke the consent of ${row.person} for ${row.clientName}`}
                >
                  Revoke
                </DialogLink>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
