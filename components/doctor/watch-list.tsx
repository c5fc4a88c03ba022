import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { WatchRow } from '@/lib/features/sign-in-watches/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { EndWatch } from './end-watch';

const states = {
  open: { tone: 'info', label: 'Looks' },
  seen: { tone: 'success', label: 'It works' },
  over: { tone: 'neutral', label: 'Nobody in time' },
  ended: { tone: 'neutral', label: 'Ended' },
} as const;

/** One's own watches, newest first. */
export function WatchList({
  environment,
  rows,
  mayEnd,
}: {
  environment: string;
  rows: WatchRow[];
  mayEnd: boolean;
}) {
  return (
    <Table label="Your watches">
      <TableHead>
        <Th>Watched</Th>
        <Th>State</Th>
        <Th>Evidence</Th>
        <Th>Ticket</Th>
        <Th>Ends</Th>
        <Th>
          <span className="sr-only">Acts</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Watched environment={environment} row={row} />
            </Td>
            <Td>
              <Status tone={states[row.state].tone}>{states[row.state].label}</Status>
            </Td>
            <Td quiet>
              <Evidence row={row} />
            </Td>
            <Td quiet>{row.ticket ?? ''}</Td>
            <Td quiet>
              <RelativeTime time={row.endsAt} />
            </Td>
            <Td>
              {mayEnd ? (
                <EndWatch
                  environment={environment}
                  watchId={row.id}
                  subject={nameOf(row)}
                  isOpen={row.state === 'open'}
                />
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const nameOf = ({ email, connectionId }: WatchRow) => email ?? connectionId ?? '';

function Watched({ environment, row }: { environment: string; row: WatchRow }) {
  const { organizationId, connectionId, email } = row;
  if (!organizationId || !connectionId) return <span className="wrap-anywhere">{email}</span>;
  return (
    <Link
      prefetch={false}
      className="text-link font-mono text-xs"
      href={paths.connection(environment, organizationId, connectionId)}
    >
      {connectionId}
    </Link>
  );
}

function Evidence({ row: { seen, failures, checkedAt } }: { row: WatchRow }) {
  const failed = failures > 0 ? `${formatQuantity(failures, 'sign-in')} failed since. ` : '';
  if (seen)
    return (
      <span className="wrap-anywhere">
        {seen.email ?? 'Somebody who is not named'}, <RelativeTime time={seen.at} />.{' '}
        <code className="font-mono text-xs">{seen.requestId}</code>
      </span>
    );
  return (
    <>
      {failed}
      {checkedAt ? (
        <>
          Asked <RelativeTime time={checkedAt} />
        </>
      ) : (
        'Not asked yet'
      )}
    </>
  );
}
