import { Badge } from '@/components/ui/badge';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { RowMenu } from '@/components/ui/row-menu';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { PermissionRow } from '@/lib/features/permissions/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

/** What the person at the desk may do with permissions. */
export type PermissionRights = { create: boolean; update: boolean; delete: boolean };

/** How many roles have a permission: themselves, and in all. */
export type RolesHaving = { own: number; all: number };

type Props = {
  environment: string;
  rows: PermissionRow[];
  /** By permission; null where the roles could not be read. */
  having: ReadonlyMap<string, RolesHaving> | null;
  rights: PermissionRights;
};

/** Permissions one below the other, with how many roles bring each. */
export function PermissionTable({ environment, rows, having, rights }: Props) {
  return (
    <Table label="Permissions">
      <TableHead>
        <Th>Permission</Th>
        <Th>Description</Th>
        <Th>Roles</Th>
        <Th>Changed</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.name}>
            <Td className="max-w-80 truncate">
              <RowLink href={paths.permission(environment, row.name)} className="font-mono text-xs">
                {row.name}
              </RowLink>{' '}
              {row.isScalekits ? <Badge>Scalekit’s own</Badge> : null}
            </Td>
            <Td quiet className="max-w-72 truncate" title={row.description ?? undefined}>
              {row.description ?? '–'}
            </Td>
            <Td className="whitespace-nowrap tabular-nums">
              {having ? wordsOf(having.get(row.name)) : 'not known'}
            </Td>
            <Td quiet>
              <RelativeTime time={row.updatedAt} />
            </Td>
            <Td>
              <RowMenu label={`Actions for ${row.name}`} entries={entriesOf(row, rights)} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function wordsOf(having: RolesHaving | undefined): string {
  if (!having || having.all === 0) return 'none';
  const inherited = having.all - having.own;
  const words = formatQuantity(having.all, 'role');
  return inherited > 0 ? `${words}, ${formatCount(inherited)} by inheritance` : words;
}

function entriesOf(row: PermissionRow, rights: PermissionRights): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Copy name', copy: row.name }];
  if (row.isScalekits) return entries;
  if (rights.update) entries.push({ label: 'Edit permission', dialog: `edit-permission:${row.name}` });
  if (rights.delete) {
    entries.push({
      label: 'Delete permission',
      dialog: `delete-permission:${row.name}`,
      danger: true,
      separated: true,
    });
  }
  return entries;
}
