import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowMenu } from '@/components/ui/row-menu';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { PasskeyRow } from '@/lib/features/passkeys/schema';

type Props = { rows: PasskeyRow[]; mayRename: boolean; mayRemove: boolean };

/** Passkeys one below the other. */
export function PasskeyTable({ rows, mayRename, mayRemove }: Props) {
  return (
    <Table label="Passkeys">
      <TableHead>
        <Th>Name</Th>
        <Th>Authenticator</Th>
        <Th>Made with</Th>
        <Th>Synced</Th>
        <Th>Created</Th>
        <Th>Id</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-72 truncate font-medium">{row.name ?? 'without a name'}</Td>
            <Td>{row.authenticator ?? 'not known'}</Td>
            <Td>{row.device ?? 'not known'}</Td>
            <Td>{row.synced ? 'Yes' : 'No'}</Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`id of ${row.name ?? 'the passkey'}`} />
            </Td>
            <Td>
              <RowMenu
                label={`Actions for ${row.name ?? row.id}`}
                entries={entriesOf(row, mayRename, mayRemove)}
              />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function entriesOf({ id }: PasskeyRow, mayRename: boolean, mayRemove: boolean): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Copy passkey id', copy: id }];
  if (mayRename) entries.push({ label: 'Rename passkey', dialog: `rename-passkey:${id}` });
  if (mayRemove)
    entries.push({ label: 'Remove passkey', dialog: `remove-passkey:${id}`, danger: true, separated: true });
  return entries;
}
