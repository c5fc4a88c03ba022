import { displayNameOf } from '@/components/roles/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { paths } from '@/lib/paths';
import { effectivePermissions, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';

type Props = {
  environment: string;
  permission: string;
  roles: RoleRow[];
  mayTake: boolean;
};

/** The roles that bring a permission, and how each came by it. */
export function HavingTable({ environment, permission, roles, mayTake }: Props) {
  const graph = roleGraph(roles);
  const having = roles.flatMap((role) => {
    const from = effectivePermissions(graph, [role.name]).get(permission);
    return from === undefined ? [] : [{ role, from }];
  });
  if (having.length === 0) return <p className="text-quiet">No role of the environment brings it.</p>;
  return (
    <Table label="Roles that bring it">
      <TableHead>
        <Th>Role</Th>
        <Th>How</Th>
        {mayTake ? (
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        ) : null}
      </TableHead>
      <tbody>
        {having.map(({ role, from }) => (
          <Tr key={role.name}>
            <Td className="max-w-80 truncate">
              <RowLink href={paths.role(environment, role.name)}>{role.displayName}</RowLink>
            </Td>
            <Td>{from === role.name ? 'Its own' : `From ${displayNameOf(roles, from)}`}</Td>
            {mayTake ? (
              <Td className="text-right">
                {from === role.name ? (
                  <DialogLink
                    dialog={`take:${role.name}:${permission}`}
                    aria-label={`Take it from ${role.displayName}`}
                    className="text-link"
                  >
                    Take
                  </DialogLink>
                ) : null}
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
