import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ResourceRow } from '@/lib/features/resources/schema';
import { paths } from '@/lib/paths';

type Props = { environment: string; rows: ResourceRow[] };

/** Resources of one type; the name is the link. */
export function ResourceTable({ environment, rows }: Props) {
  return (
    <Table label="Resources">
      <TableHead>
        <Th>Name</Th>
        <Th>Address</Th>
        <Th>Scopes</Th>
        <Th>Created</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate" title={row.name}>
              <RowLink href={paths.resource(environment, row.id)}>{row.name}</RowLink>
            </Td>
            <Td className="max-w-64 truncate font-mono text-xs" title={row.resourceUri}>
              {row.resourceUri || '–'}
            </Td>
            <Td className="max-w-56 truncate font-mono text-xs" title={row.scopes.join(' ')}>
              {row.scopes.join(' ') || '–'}
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`id of ${row.name}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
