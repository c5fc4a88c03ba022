import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { UserRow } from '@/lib/features/users/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = { environment: string; rows: UserRow[] };

/** People one below the other; the e-mail is the link. */
export function UserTable({ environment, rows }: Props) {
  return (
    <Table label="Users">
      <TableHead>
        <Th>E-mail</Th>
        <Th>Name</Th>
        <Th>Organizations</Th>
        <Th>Last sign-in</Th>
        <Th>External id</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate">
              <RowLink href={paths.user(environment, row.id)}>{row.email}</RowLink>
            </Td>
            <Td className="max-w-40 truncate">{row.name ?? '–'}</Td>
            <Td>{formatCount(row.memberships.length)}</Td>
            <Td quiet>
              <RelativeTime time={row.lastLoginAt} missing="none known" />
            </Td>
            <Td className="max-w-28 truncate font-mono text-xs">{row.externalId ?? '–'}</Td>
            <Td quiet>
              <RowId id={row.id} what={`id of ${row.email}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
