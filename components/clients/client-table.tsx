import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ClientRow } from '@/lib/features/clients/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { isPublic, typeWords } from './words';

type Props = { environment: string; rows: ClientRow[] };

/** The environment's applications; the name is the link. */
export function ClientTable({ environment, rows }: Props) {
  return (
    <Table label="Clients">
      <TableHead>
        <Th>Name</Th>
        <Th>Type</Th>
        <Th>Redirects to</Th>
        <Th>Secrets</Th>
        <Th>Created</Th>
        <Th>Client id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate" title={row.name}>
              <RowLink href={paths.client(environment, row.id)}>{row.name}</RowLink>
            </Td>
            <Td>{typeWords(row.type)}</Td>
            <Td className="max-w-64 truncate font-mono text-xs" title={row.postLoginUris.join(' ')}>
              {row.postLoginUris[0] ?? '–'}
            </Td>
            <Td>{isPublic(row.type) ? 'none' : formatCount(row.secrets.length)}</Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`client id of ${row.name}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
