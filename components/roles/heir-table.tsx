import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { heirsOf, lineOf, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { displayNameOf, displayNames } from './words';

type Props = {
  roles: RoleRow[];
  role: RoleRow;
  /** The page of a role. */
  hrefOf: (name: string) => string;
  /** Said where there are none. */
  none: string;
};

/** The roles that extend this one, directly or through others: they change with it. */
export function HeirTable({ roles, role, hrefOf, none }: Props) {
  const graph = roleGraph(roles);
  const heirs = heirsOf(graph, role.name);
  if (heirs.length === 0) return <p className="text-quiet">{none}</p>;
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
                <RowLink href={hrefOf(name)}>{displayNameOf(roles, name)}</RowLink>
              </Td>
              <Td>{between.length === 0 ? 'Directly' : `Through ${displayNames(roles, between)}`}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
