import { connectionStatusWords, enabledWords } from '@/components/connections/words';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { DirectoryRow } from '@/lib/features/directories/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { directoryTypeWords } from './words';

type Props = { environment: string; organizationId: string; rows: DirectoryRow[] };

/** The directories of an organization; the name is the link. */
export function DirectoryTable({ environment, organizationId, rows }: Props) {
  return (
    <Table label="Directories">
      <TableHead>
        <Th>Name</Th>
        <Th>Provider</Th>
        <Th>Type</Th>
        <Th>Provisioning</Th>
        <Th>Set-up</Th>
        <Th>Users</Th>
        <Th>Groups</Th>
        <Th>Last synchronized</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-56 truncate">
              <RowLink href={paths.directory(environment, organizationId, row.id)}>{row.name}</RowLink>
            </Td>
            <Td>{row.provider}</Td>
            <Td>{directoryTypeWords[row.type].label}</Td>
            <Td>
              <Status tone={enabledWords(row).tone}>{enabledWords(row).label}</Status>
            </Td>
            <Td>
              <Status tone={connectionStatusWords[row.status].tone}>
                {connectionStatusWords[row.status].label}
              </Status>
            </Td>
            <Td>{formatCount(row.users)}</Td>
            <Td>{formatCount(row.groups)}</Td>
            <Td quiet>
              <RelativeTime time={row.lastSyncedAt} missing="never" />
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
