import { RelativeTime } from '@/components/ui/relative-time';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { KeptGroup } from '@/lib/features/system/schema';
import { formatCount } from '@/lib/format';

const sizes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** What our store keeps, by kind. */
export function KeptTable({ groups }: { groups: KeptGroup[] }) {
  return (
    <Table label="What Keydesk keeps">
      <TableHead>
        <Th>Kind</Th>
        <Th>Rows</Th>
        <Th>Size</Th>
        <Th>Since</Th>
        <Th>How long</Th>
      </TableHead>
      <tbody>
        {groups.map(({ name, rule, rows, bytes, since }) => (
          <Tr key={name}>
            <Td className="font-medium whitespace-nowrap">{name}</Td>
            <Td>{formatCount(rows)}</Td>
            <Td className="whitespace-nowrap">{sizeWords(bytes)}</Td>
            <Td quiet>
              <RelativeTime time={since} missing="–" />
            </Td>
            <Td quiet>{rule}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1 ? `${sizes.format(megabytes)} MB` : `${sizes.format(bytes / 1024)} kB`;
}
