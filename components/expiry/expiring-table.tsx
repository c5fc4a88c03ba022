import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import { type Expiring, expiringLabels } from '@/lib/features/expiry/schema';
import { formatExactTime, formatQuantity } from '@/lib/format';
import { expiringHref } from './expiring-href';

type Props = { environment: string; organizationId: string; label: string; rows: Expiring[]; now: number };

const dayMs = 86_400_000;

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
        {rows.map((row) => {
          const left = Date.parse(row.expiresAt) - now;
          return (
            <Tr key={`${row.kind}:${row.id}`}>
              <Td className="max-w-56 truncate" title={row.name}>
                <RowLink href={expiringHref(environment, organizationId, row)}>{row.name}</RowLink>
              </Td>
              <Td className="whitespace-nowrap">{expiringLabels[row.kind]}</Td>
              <Td>
                {left < 0 ? (
                  <span className="inline-flex gap-1">
                    <Status tone="danger">Ran out</Status> <RelativeTime time={row.expiresAt} />
                  </span>
                ) : (
                  <Status tone={toneOf(left)}>{formatQuantity(Math.floor(left / dayMs), 'day')}</Status>
                )}
              </Td>
              <Td quiet className="whitespace-nowrap">
                <time dateTime={row.expiresAt} title={formatExactTime(row.expiresAt)}>
                  {dateOf(row.expiresAt)}
                </time>
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** `29 Nov 2026`; the time of day stands in the title. */
const dateOf = (time: string) => formatExactTime(time).split(',')[0];

function toneOf(left: number): Tone {
  if (left < 7 * dayMs) return 'danger';
  return left < 30 * dayMs ? 'warning' : 'neutral';
}
