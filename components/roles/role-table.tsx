import { Badge } from '@/components/ui/badge';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { RowLink } from '@/components/ui/row-link';
import { RowMenu } from '@/components/ui/row-menu';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { OrganizationRoles } from '@/lib/features/roles/schema';
import { formatCount } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';
import { effectivePermissions } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { displayNameOf, graphOf } from './words';

/** What the person at the desk may do with roles. */
export type RoleRights = { update: boolean; removeBase: boolean; setDefault: boolean; remove: boolean };

type Props = {
  environment: string;
  organizationId: string;
  label: string;
  list: OrganizationRoles;
  rows: RoleRow[];
  rights: RoleRights;
};

/** Roles one below the other, with what each brings and what it is a default for. */
export function RoleTable({ environment, organizationId, label, list, rows, rights }: Props) {
  const graph = graphOf(list);
  return (
    <Table label={label}>
      <TableHead>
        <Th>Role</Th>
        <Th>Name in the API</Th>
        <Th>Base role</Th>
        <Th>Permissions</Th>
        <Th>Default for</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.name}>
            <Td className="max-w-64 truncate" title={row.description ?? undefined}>
              <RowLink href={paths.organizationRole(environment, organizationId, row.name)}>
                {row.displayName}
              </RowLink>
            </Td>
            <Td quiet className="max-w-48 truncate font-mono text-xs" title={row.name}>
              {row.name}
            </Td>
            <Td className="max-w-48 truncate">
              {row.extends ? displayNameOf(list.roles, row.extends) : 'none'}
            </Td>
            <Td className="whitespace-nowrap tabular-nums">
              {countWords(effectivePermissions(graph, [row.name]).size, row.permissions.length)}
            </Td>
            <Td>
              <span className="flex flex-wrap gap-1">
                {row.isDefaultMember ? <Badge>New members</Badge> : null}
                {row.isDefaultCreator ? <Badge>Creators</Badge> : null}
              </span>
            </Td>
            <Td>
              <RowMenu label={`Actions for ${isolate(row.displayName)}`} entries={entriesOf(row, rights)} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function countWords(all: number, own: number): string {
  const inherited = all - own;
  return inherited > 0 ? `${formatCount(all)}, ${formatCount(inherited)} inherited` : formatCount(all);
}

/** The acts for one role; the environment’s roles are not changed from here. */
export function entriesOf(row: RoleRow, rights: RoleRights): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Copy name', copy: row.name }];
  if (row.isOwn && rights.update) entries.push({ label: 'Edit role', dialog: `edit-role:${row.name}` });
  if (row.isOwn && row.extends && rights.removeBase) {
    entries.push({ label: 'Remove base role', dialog: `remove-base:${row.name}` });
  }
  if (rights.setDefault && !row.isDefaultMember) {
    entries.push({ label: 'Make default for new members', dialog: `default-role:${row.name}` });
  }
  if (row.isOwn && rights.remove) {
    entries.push({
      label: 'Delete role',
      dialog: `delete-role:${row.name}`,
      danger: true,
      separated: true,
    });
  }
  return entries;
}
