import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { DirectoryGroupRow, RoleAssignment } from '@/lib/features/directories/schema';
import { formatCount } from '@/lib/format';
import { withSearch } from '@/lib/paths';

type Props = {
  rows: DirectoryGroupRow[];
  /** Where the members of a group are. */
  usersPath: string;
  /** Null where the mapping could not be read. */
  assignments: RoleAssignment[] | null;
};

/** The groups of a directory; the name leads to the members. */
export function DirectoryGroupTable({ rows, usersPath, assignments }: Props) {
  const rolesOf = (groupId: string) =>
    assignments === null
      ? 'not known'
      : assignments
          .filter((one) => one.groupId === groupId)
          .map(({ roleName }) => roleName)
          .join(', ') || '–';
  return (
    <Table label="Directory groups">
      <TableHead>
        <Th>Group</Th>
        <Th>Users</Th>
        <Th>Brings role</Th>
        <Th>External id</Th>
        <Th>Changed</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-72 truncate" title={row.name}>
              <RowLink href={withSearch(usersPath, { group: row.id })}>{row.name}</RowLink>
            </Td>
            <Td>{formatCount(row.users)}</Td>
            <Td className="max-w-56 truncate font-mono text-xs" title={rolesOf(row.id)}>
              {rolesOf(row.id)}
            </Td>
            <Td quiet className="max-w-56 truncate font-mono text-xs" title={row.externalId ?? undefined}>
              {row.externalId ?? '–'}
            </Td>
            <Td quiet>
              <RelativeTime time={row.updatedAt} />
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
