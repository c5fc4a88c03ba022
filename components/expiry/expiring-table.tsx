import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { type Expiring, expiringLabels } from '@/lib/features/expiry/schema';
import { DateLeft, DaysLeft } from './days-left';
import { expiringHref } from './expiring-href';

type Props = { environment: string; organizationId: string; label: string; rows: Expiring[]; now: number };

/** What runs out, nearest first; each leads to where it is renewed. */
export function ExpiringTable({ environment, organizationId, label, rows, now }: Props) {
  return (
    <Table label={label}>
      <TableHead>
        <Th>What</Th>
        <Th>Kind</Th>
        <Th>Days left</Th>
        <Th>Date</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.kind}:${row.id}`}>
            <Td className="max-w-56 truncate" title={row.name}>
              <RowLink href={expiringHref(environment, organizationId, row)}>{row.name}</RowLink>
            </Td>
            <Td className="whitespace-nowrap">{expiringLabels[row.kind]}</Td>
            <Td>
              <DaysLeft time={row.expiresAt} now={now} />
            </Td>
            <Td quiet className="whitespace-nowrap">
              <DateLeft time={row.expiresAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
