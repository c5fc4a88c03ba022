import Link from 'next/link';
import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { DirectoryUserRow } from '@/lib/features/directories/schema';
import { withSearch } from '@/lib/paths';
import { activityWords } from './words';

type Props = {
  rows: DirectoryUserRow[];
  /** The page that the groups of a row narrow. */
  path: string;
};

const mostGroups = 3;

/** Whom a directory knows, with their groups; the first cell opens all that is known of somebody. */
export function DirectoryUserTable({ rows, path }: Props) {
  return (
    <Table label="Directory users">
      <TableHead>
        <Th>E-mail</Th>
        <Th>Name</Th>
        <Th>At the directory</Th>
        <Th>Groups</Th>
        <Th>Changed</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-72 truncate" title={`${row.email} (${row.userName})`}>
              <DialogLink data-row-link="" dialog={`user:${row.id}`}>
                {row.email || row.userName || row.id}
              </DialogLink>
            </Td>
            <Td className="max-w-56 truncate" title={row.name ?? undefined}>
              {row.name ?? '–'}
            </Td>
            <Td>
              <Status tone={activityWords(row).tone}>{activityWords(row).label}</Status>
            </Td>
            <Td className="max-w-72 truncate" title={row.groups.map(({ name }) => name).join(', ')}>
              <Groups groups={row.groups} path={path} />
            </Td>
            <Td quiet>
              <RelativeTime time={row.updatedAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`directory id of ${row.email || row.userName}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Groups({ groups, path }: Pick<DirectoryUserRow, 'groups'> & { path: string }) {
  if (groups.length === 0) return <span className="text-quiet">none</span>;
  return (
    <>
      {groups.slice(0, mostGroups).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : null}
          <Link href={withSearch(path, { group: id })} prefetch={false} className="text-link">
            {name}
          </Link>
        </span>
      ))}
      {groups.length > mostGroups ? ` and ${groups.length - mostGroups} more` : null}
    </>
  );
}
