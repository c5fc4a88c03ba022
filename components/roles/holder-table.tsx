import { Badge } from '@/components/ui/badge';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { OrganizationRoles, RoleHolderRow } from '@/lib/features/roles/schema';
import { paths } from '@/lib/paths';
import { displayNameOf } from './words';

type Props = { environment: string; list: OrganizationRoles; rows: RoleHolderRow[] };

/** The members who have a role, and how they came by it. */
export function HolderTable({ environment, list, rows }: Props) {
  return (
    <Table label="Members who have it">
      <TableHead>
        <Th>E-mail</Th>
        <Th>Name</Th>
        <Th>How</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.userId}>
            <Td className="max-w-80 truncate">
              <RowLink href={paths.user(environment, row.userId)}>{row.email}</RowLink>
            </Td>
            <Td className="max-w-64 truncate">{row.name ?? '–'}</Td>
            <Td>
              {row.through === null ? 'Has it' : `Through ${displayNameOf(list.roles, row.through)}`}{' '}
              {row.isInvited ? <Badge>Invited</Badge> : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
