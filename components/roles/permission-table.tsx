import Link from 'next/link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { OrganizationRoles, RoleRow } from '@/lib/features/roles/schema';
import { paths } from '@/lib/paths';
import { effectivePermissions } from '@/lib/role-graph';
import { displayNameOf, graphOf } from './words';

type Props = { environment: string; organizationId: string; list: OrganizationRoles; role: RoleRow };

/** Everything that somebody with the role may do, and which role brings it. */
export function PermissionTable({ environment, organizationId, list, role }: Props) {
  const effective = [...effectivePermissions(graphOf(list), [role.name])].sort(([one], [other]) =>
    one.localeCompare(other, 'en'),
  );
  if (effective.length === 0) return <p className="text-quiet">This role brings no permission.</p>;
  return (
    <Table label="Permissions">
      <TableHead>
        <Th>Permission</Th>
        <Th>From</Th>
        <Th>Description</Th>
      </TableHead>
      <tbody>
        {effective.map(([permission, from]) => (
          <Tr key={permission}>
            <Td className="font-mono text-xs">{permission}</Td>
            <Td>
              {from === role.name ? (
                'This role'
              ) : (
                <Link href={paths.organizationRole(environment, organizationId, from)} className="text-link">
                  {displayNameOf(list.roles, from)}
                </Link>
              )}
            </Td>
            <Td quiet className="max-w-96 truncate">
              {list.descriptions[permission] || '–'}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
