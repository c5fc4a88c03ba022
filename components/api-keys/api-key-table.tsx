import { SelectAll, SelectRow } from '@/components/selection/select-box';
import { Badge } from '@/components/ui/badge';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowMenu } from '@/components/ui/row-menu';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ApiKeyRow } from '@/lib/features/api-keys/schema';

type Props = { rows: ApiKeyRow[]; mayUpdate: boolean; mayRevoke: boolean };

/** Active keys, each known by its last four characters; inside of a `Selection`. */
export function ApiKeyTable({ rows, mayUpdate, mayRevoke }: Props) {
  return (
    <Table label="API keys">
      <TableHead>
        {mayRevoke ? (
          <Th className="w-8">
            <SelectAll noun="API keys" />
          </Th>
        ) : null}
        <Th>Ends in</Th>
        <Th>Description</Th>
        <Th>Acts as</Th>
        <Th>Claims</Th>
        <Th>Expires</Th>
        <Th>Created</Th>
        <Th>Id</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.tokenId}>
            {mayRevoke ? (
              <Td>
                <SelectRow id={row.tokenId} label={`the key ending in ${row.suffix}`} />
              </Td>
            ) : null}
            <Td className="font-mono text-xs">…{row.suffix}</Td>
            <Td className="max-w-52 truncate">{row.description ?? '–'}</Td>
            <Td className="max-w-44 truncate">
              {row.userId ? (row.email ?? row.userId) : 'the organization'}
            </Td>
            <Td>
              <Claims row={row} />
            </Td>
            <Td>
              <RelativeTime time={row.expiresAt} missing="never" />
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.tokenId} what={`id of the key ending in ${row.suffix}`} />
            </Td>
            <Td>
              <RowMenu
                label={`Actions for the key ending in ${row.suffix}`}
                entries={entriesOf(row, mayUpdate, mayRevoke)}
              />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Claims({ row }: { row: ApiKeyRow }) {
  const [first, ...others] = row.customClaims;
  if (!first) return '–';
  const all = row.customClaims.map(({ key, value }) => `${key}=${value}`).join(', ');
  return (
    <span title={all} className="flex items-center gap-1">
      <Badge>
        <span className="max-w-36 truncate font-mono">{`${first.key}=${first.value}`}</span>
      </Badge>
      {others.length > 0 ? `+${others.length}` : null}
    </span>
  );
}

function entriesOf(row: ApiKeyRow, mayUpdate: boolean, mayRevoke: boolean): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Copy key id', copy: row.tokenId }];
  if (mayUpdate) entries.push({ label: 'Edit description and claims', dialog: `edit-key:${row.tokenId}` });
  if (mayRevoke) {
    entries.push({ label: 'Revoke API key', dialog: `revoke:${row.tokenId}`, danger: true, separated: true });
  }
  return entries;
}
