import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { OrganizationRoles, RoleRow } from '@/lib/features/roles/schema';
import { paths } from '@/lib/paths';
import { heirsOf, lineOf } from '@/lib/role-graph';
import { displayNameOf, displayNames, graphOf } from './words';

type Props = { environment: string; organizationId: string; list: OrganizationRoles; role: RoleRow };

/** The roles that extend this one, directly or through others: they change with it. */
export function HeirTable({ environment, organizationId, list, role }: Props) {
  const graph = graphOf(list);
  const heirs = heirsOf(graph, role.name);
  if (heirs.length === 0) return <p className="text-quiet">No role of this organization’s extends it.</p>;
  return (
    <Table label="Roles that extend it">
      <TableHead>
        <Th>Role</Th>
        <Th>How</Th>
      </TableHead>
      <tbody>
        {heirs.map((name) => {
          const line = lineOf(graph, name).map((one) => one.name);
          const between = line.slice(1, line.indexOf(role.name));
          return (
            <Tr key={name}>
              <Td className="max-w-80 truncate">
                <RowLink href={paths.organizationRole(environment, organizationId, name)}>
                  {displayNameOf(list.roles, name)}
                </RowLink>
              </Td>
              <Td>{between.length === 0 ? 'Directly' : `Through ${displayNames(list.roles, between)}`}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
