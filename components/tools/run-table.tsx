import Link from 'next/link';
import { MonoId } from '@/components/ui/mono-id';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ToolRunRow } from '@/lib/features/tools/schema';
import { paths } from '@/lib/paths';
import { outcomeWords } from './words';

/** What the staff ran, newest first. */
export function RunTable({ environment, rows }: { environment: string; rows: ToolRunRow[] }) {
  return (
    <Table label="Runs">
      <TableHead>
        <Th>What</Th>
        <Th>Outcome</Th>
        <Th>Account</Th>
        <Th>By</Th>
        <Th>When</Th>
        <Th>Took</Th>
        <Th>Reference</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { tone, label } = outcomeWords(row.outcome);
          const reference = row.executionId ?? row.requestId;
          return (
            <Tr key={row.id}>
              <Td className="max-w-72 truncate">
                {row.kind === 'tool' ? (
                  <Link
                    href={paths.tool(environment, row.name)}
                    prefetch={false}
                    className="text-link font-mono text-xs"
                  >
                    {row.name}
                  </Link>
                ) : (
                  `Proxied ${row.name}`
                )}
              </Td>
              <Td>
                <Status tone={tone}>{row.status === null ? label : `${label} (${row.status})`}</Status>
              </Td>
              <Td className="max-w-64 truncate">
                <bdi>{row.identifier ?? row.accountId ?? '–'}</bdi>
                {row.connector ? <span className="text-quiet"> at {row.connector}</span> : null}
              </Td>
              <Td>{row.actorEmail}</Td>
              <Td quiet>
                <RelativeTime time={row.createdAt} />
              </Td>
              <Td quiet>{row.took} ms</Td>
              <Td quiet className="max-w-48">
                {reference ? (
                  <MonoId id={reference} what={row.executionId ? 'execution id' : 'request id'} />
                ) : (
                  '–'
                )}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
