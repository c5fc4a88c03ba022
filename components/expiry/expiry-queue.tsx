import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { expiringLabels, type ExpiryQueue as Queue } from '@/lib/features/expiry/schema';
import { paths } from '@/lib/paths';
import { DateLeft, DaysLeft } from './days-left';
import { expiringHref } from './expiring-href';

type Props = {
  environment: string;
  rows: Queue['rows'];
  now: number;
  /** For a column beside others: without the date and the look, which the days and the page's head tell. */
  brief?: boolean;
  /** They have run out. */
  past?: boolean;
};

// The links themselves are cut: what the cell cuts of one would still lie under its neighbour.
const cut = 'block truncate [unicode-bidi:plaintext]';

/** What runs out at all customers, nearest first; each leads to where it is renewed. */
export function ExpiryQueue({ environment, rows, now, brief = false, past = false }: Props) {
  return (
    <Table label="What expires">
      <TableHead>
        <Th>What</Th>
        <Th>{past ? 'When' : 'Days left'}</Th>
        <Th>Customer</Th>
        <Th>Kind</Th>
        {brief ? null : <Th>Date</Th>}
        {brief ? null : <Th>Looked at</Th>}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.organizationId}:${row.kind}:${row.placeId}:${row.id}`}>
            <Td className="max-w-56 max-md:max-w-40" title={row.name}>
              <RowLink className={cut} href={expiringHref(environment, row.organizationId, row)}>
                {row.name}
              </RowLink>
            </Td>
            <Td className="whitespace-nowrap">
              <DaysLeft time={row.expiresAt} now={now} />
            </Td>
            <Td className="max-w-48" title={row.organizationName}>
              {row.organizationId ? (
                <Link
                  className={cut}
                  prefetch={false}
                  href={paths.organization(environment, row.organizationId)}
                >
                  {row.organizationName}
                </Link>
              ) : (
                <span className="text-quiet">of no customer</span>
              )}
            </Td>
            <Td className="whitespace-nowrap">{expiringLabels[row.kind]}</Td>
            {brief ? null : (
              <>
                <Td quiet className="whitespace-nowrap">
                  <DateLeft time={row.expiresAt} />
                </Td>
                <Td quiet>
                  <RelativeTime time={row.seenAt} missing="now" />
                </Td>
              </>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** How old the knowledge is that the queue rests on. */
export function ExpiryAge({ oldest }: { oldest: string | null }) {
  return oldest === null ? (
    <>No customer was looked at yet: the walk over all of them has not begun.</>
  ) : (
    <>
      As Keydesk last saw each customer; the oldest look was <RelativeTime time={oldest} />.
    </>
  );
}
