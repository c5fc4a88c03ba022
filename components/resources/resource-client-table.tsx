import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ResourceClientRow } from '@/lib/features/resources/schema';

type Props = { rows: ResourceClientRow[]; mayUpdate: boolean; mayDelete: boolean };

/** The clients of a resource. */
export function ResourceClientTable({ rows, mayUpdate, mayDelete }: Props) {
  return (
    <Table label="Clients of the resource">
      <TableHead>
        <Th>Name</Th>
        <Th>Made</Th>
        <Th>Scopes</Th>
        <Th>Created</Th>
        <Th>Client id</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-56 truncate" title={row.name}>
              {row.name}
            </Td>
            <Td>{row.isDynamic ? 'by itself' : 'by you'}</Td>
            <Td className="max-w-56 truncate font-mono text-xs" title={row.scopes.join(' ')}>
              {row.scopes.join(' ') || '–'}
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`client id of ${row.name}`} />
            </Td>
            <Td>
              <span className="flex gap-2">
                {mayUpdate ? (
                  <DialogLink
                    dialog={`edit-client:${row.id}`}
                    variant="secondary"
                    size="small"
                    aria-label={`Edit ${row.name}`}
                  >
                    Edit
                  </DialogLink>
                ) : null}
                {mayDelete ? (
                  <DialogLink
                    dialog={`delete-client:${row.id}`}
                    variant="secondary"
                    size="small"
                    aria-label={`Delete ${row.name}`}
                  >
                    Delete
                  </DialogLink>
                ) : null}
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
