import type { ReactNode } from 'react';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { UserAccess } from '@/lib/features/users/schema';

type Props = {
  access: UserAccess;
  /** Goes on from where a role comes from, in the same sentence. */
  originOf?: (role: UserAccess['roles'][number]) => ReactNode;
};

/** The roles somebody has, and the permissions with the roles that bring each. */
export function AccessTables({ access, originOf }: Props) {
  return (
    <div className="flex flex-col gap-8">
      <Table label="Roles">
        <TableHead>
          <Th>Role</Th>
          <Th>Where it comes from</Th>
          <Th>Name in the API</Th>
        </TableHead>
        <tbody>
          {access.roles.map((role) => (
            <Tr key={role.name}>
              <Td className="font-medium">{role.displayName}</Td>
              <Td className="min-w-56 whitespace-normal">
                {role.source}
                {originOf?.(role)}
              </Td>
              <Td quiet className="font-mono text-xs">
                {role.name}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {access.permissions.length === 0 ? (
        <p className="text-quiet">Their roles bring no permission.</p>
      ) : (
        <Table label="Permissions">
          <TableHead>
            <Th>Permission</Th>
            <Th>From role</Th>
            <Th>Description</Th>
          </TableHead>
          <tbody>
            {access.permissions.map((permission) => (
              <Tr key={permission.name}>
                <Td className="font-mono text-xs">{permission.name}</Td>
                <Td>{permission.sources.join(', ') || 'not known'}</Td>
                <Td quiet className="max-w-96 truncate">
                  {permission.description ?? '–'}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
