import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { JobRow } from '@/lib/features/jobs/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { countAll, countHandled, describeCounts, jobStateWords, jobTitle } from './words';

/** Bulk jobs, newest first. */
export function JobTable({ environment, rows }: { environment: string; rows: JobRow[] }) {
  return (
    <Table label="Jobs">
      <TableHead>
        <Th>Job</Th>
        <Th>State</Th>
        <Th>Handled</Th>
        <Th>Outcome</Th>
        <Th>Organization</Th>
        <Th>Started by</Th>
        <Th>Started</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-48">
              <RowLink href={paths.job(environment, row.id)}>{jobTitle(row)}</RowLink>
            </Td>
            <Td>
              <Status tone={jobStateWords[row.state].tone}>{jobStateWords[row.state].label}</Status>
            </Td>
            <Td className="whitespace-nowrap">
              {formatCount(countHandled(row.counts))} of {formatCount(countAll(row.counts))}
            </Td>
            <Td className="max-w-40 truncate">{describeCounts(row.counts)}</Td>
            <Td className="max-w-40 truncate font-mono text-xs">
              {row.organizationId ? (
                <Link
                  href={paths.organization(environment, row.organizationId)}
                  prefetch={false}
                  className="text-link"
                >
                  {row.organizationId}
                </Link>
              ) : (
                'several'
              )}
            </Td>
            <Td className="max-w-36 truncate">{row.startedBy}</Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
