import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { emptyFilter } from '@/lib/activity/filter';
import type { FailingLogins } from '@/lib/features/desk/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths, withSearch } from '@/lib/paths';

type Props = { environment: string; failing: FailingLogins };

/** Customers whose sign-ins fail, most first; each leads to its failed sign-ins and to the doctor. */
export function FailingTable({ environment, failing }: Props) {
  const { rows, others, without, period } = failing;
  const timeline = (organization: string) =>
    withSearch(paths.activity(environment), {
      ...emptyFilter,
      ...{ view: 'all', period, organization, source: 'login_log', outcome: 'failed' },
    });
  return (
    <>
      {rows.length > 0 ? (
        <Table label="Failing sign-ins by customer">
          <TableHead>
            <Th>Customer</Th>
            <Th className="text-right">Failed</Th>
            <Th className="text-right" title="Of its sign-ins that ended">
              Share
            </Th>
            <Th>Last failure</Th>
            <Th>
              <span className="sr-only">Look closer</span>
            </Th>
          </TableHead>
          <tbody>
            {rows
              .map(({ name, ...row }) => ({ ...row, name: name ?? row.organizationId }))
              .map((row) => (
                <Tr key={row.organizationId}>
                  <Td className="max-w-64 truncate max-md:max-w-36" title={row.name}>
                    <RowLink href={paths.organization(environment, row.organizationId)}>{row.name}</RowLink>
                  </Td>
                  <Td className="text-right tabular-nums">{formatCount(row.failed)}</Td>
                  <Td className="text-right tabular-nums">{Math.round(row.share * 100)} %</Td>
                  <Td quiet>
                    <RelativeTime time={row.lastFailedAt} />
                  </Td>
                  <Td className="whitespace-nowrap">
                    <Link
                      prefetch={false}
                      className="text-link"
                      href={timeline(row.organizationId)}
                      aria-label={`Timeline of ${isolate(row.name)}`}
                    >
                      Timeline
                    </Link>{' '}
                    <Link
                      prefetch={false}
                      className="ml-2 text-link"
                      href={withSearch(paths.doctor(environment), { organization: row.organizationId })}
                      aria-label={`Doctor for ${isolate(row.name)}`}
                    >
                      Doctor
                    </Link>
                  </Td>
                </Tr>
              ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-quiet">No customer’s sign-in failed in that time, as far as the log was read.</p>
      )}
      {others > 0 ? (
        <p className="mt-2 text-table text-quiet">
          {formatQuantity(others, 'more customer')} with fewer failures.
        </p>
      ) : null}
      {without ? (
        <p className="mt-2 text-table text-quiet">
          {formatQuantity(without.failed, 'failed sign-in')} without a customer, the last{' '}
          <RelativeTime time={without.lastFailedAt} />: an address that no organization is known for.
        </p>
      ) : null}
    </>
  );
}
