import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowMenu } from '@/components/ui/row-menu';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { type DomainRow, domainTypeLabels } from '@/lib/features/domains/schema';
import { statusWords } from './words';

type Rights = { verify: boolean; remove: boolean };
type Props = { rows: DomainRow[]; rights: Rights };

/** An organization's domains and how far each is proved. */
export function DomainTable({ rows, rights }: Props) {
  return (
    <Table label="Domains">
      <TableHead>
        <Th>Domain</Th>
        <Th>For</Th>
        <Th>Verification</Th>
        <Th>Added</Th>
        <Th>Id</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-80 truncate font-medium" title={row.domain}>
              {row.domain}
            </Td>
            <Td>{domainTypeLabels[row.type]}</Td>
            <Td>
              <Status tone={statusWords[row.status].tone}>{statusWords[row.status].label}</Status>
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`id of ${row.domain}`} />
            </Td>
            <Td>
              <RowMenu label={`Actions for ${row.domain}`} entries={entriesOf(row, rights)} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function entriesOf(row: DomainRow, rights: Rights): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Check DNS', dialog: `dns:${row.id}` }];
  if (row.record) entries.push({ label: 'Copy TXT value', copy: row.record.value });
  if (rights.verify && row.status !== 'auto_verified' && row.status !== 'verified') {
    entries.push({ label: 'Verify', dialog: `verify:${row.id}` });
  }
  if (rights.remove) {
    entries.push({
      label: 'Delete domain',
      dialog: `delete-domain:${row.id}`,
      danger: true,
      separated: true,
    });
  }
  return entries;
}
