import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { DirectoryGroupRow, RoleAssignment } from '@/lib/features/directories/schema';
import { formatCount } from '@/lib/format';
import { withSearch } from '@/lib/paths';
import type { RoleChoice } from './dialogs';

type Props = {
  assignments: RoleAssignment[];
  /** The groups that are tracked; null where they could not be read. */
  groups: DirectoryGroupRow[] | null;
  roles: RoleChoice[];
  usersPath: string;
};

/** Which group brings which role, and how many it brings it to. */
export function RoleMappingTable({ assignments, groups, roles, usersPath }: Props) {
  return (
    <Table label="Roles by group">
      <TableHead>
        <Th>Group</Th>
        <Th>Role</Th>
        <Th>Users</Th>
      </TableHead>
      <tbody>
        {assignments.map(({ groupId, roleName }) => {
          const group = groups?.find(({ id }) => id === groupId);
          const role = roles.find(({ name }) => name === roleName);
          return (
            <Tr key={`${groupId} ${roleName}`}>
              <Td className="max-w-72 truncate" title={group?.name ?? groupId}>
                <RowLink href={withSearch(usersPath, { group: groupId })}>{group?.name ?? groupId}</RowLink>
              </Td>
              <Td className="max-w-72 truncate" title={roleName}>
                {role?.displayName ?? roleName}
              </Td>
              <Td>
                {group ? (
                  formatCount(group.users)
                ) : groups === null ? (
                  'not known'
                ) : (
                  <Status tone="warning">Group is not tracked: nobody gets it</Status>
                )}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
