import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { StaffRow } from '@/lib/features/staff/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { customersWords, originLabels } from './words';

/** Everybody of the staff, newest first. */
export function StaffTable({ environment, rows }: { environment: string; rows: StaffRow[] }) {
  return (
    <Table label="Staff">
      <TableHead>
        <Th>Name</Th>
        <Th>E-mail</Th>
        <Th>Role</Th>
        <Th>Customers</Th>
        <Th>State</Th>
        <Th>Last seen</Th>
        <Th>Sessions</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-44 truncate font-medium">
              <RowLink href={paths.adminPerson(environment, row.id)}>
                <bdi>{row.name}</bdi>
              </RowLink>
              {row.isYou ? <span className="font-normal text-quiet"> (you)</span> : null}
            </Td>
            <Td className="max-w-40 truncate" title={row.email}>
              {row.email}
            </Td>
            <Td className="max-w-40 truncate">
              <Badge>{row.role}</Badge> <span className="text-quiet">{originLabels[row.origin]}</span>
            </Td>
            <Td className="whitespace-nowrap">{customersWords(row)}</Td>
            <Td>
              <Status tone={row.isActive && !row.isAwaited ? 'success' : 'neutral'}>
                {!row.isActive ? 'Deactivated' : row.isAwaited ? 'Not signed in yet' : 'Active'}
              </Status>
            </Td>
            <Td quiet>
              <RelativeTime time={row.lastSeenAt} missing="never" />
            </Td>
            <Td>{formatCount(row.sessions)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
