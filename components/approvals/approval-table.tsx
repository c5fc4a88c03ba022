import Link from 'next/link';
import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ApprovalRow } from '@/lib/features/approvals/schema';
import { pageOfObject } from '@/lib/page-of-object';
import { stateWords } from './words';

type Props = { environment: string; rows: ApprovalRow[] };

/** Who wants to do what, to whom and why, and what was decided. */
export function ApprovalTable({ environment, rows }: Props) {
  return (
    <Table label="Requests">
      <TableHead>
        <Th>Act</Th>
        <Th>Asked</Th>
        <Th>Reason</Th>
        <Th>State</Th>
        <Th>
          <span className="sr-only">Decide</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-56">
              <code className="block truncate font-mono text-xs" title={row.permission}>
                {row.permission}
              </code>
              <span className="block truncate">
                <About environment={environment} row={row} />
              </span>
            </Td>
            <Td className="max-w-48" title={row.requestedByEmail}>
              <bdi className="block truncate">{row.isOwn ? 'you' : row.requestedByEmail}</bdi>
              <span className="block text-quiet">
                <RelativeTime time={row.requestedAt} />
              </span>
            </Td>
            <Td className="max-w-56 truncate" title={row.reason ?? undefined}>
              <bdi>{row.reason ?? ''}</bdi>
            </Td>
            <Td title={row.comment ?? undefined}>
              <Status tone={stateWords[row.state].tone}>{stateWords[row.state].label}</Status>
              {row.decidedByEmail ? (
                <span className="block max-w-48 truncate text-quiet">
                  by <bdi>{row.decidedByEmail}</bdi>
                </span>
              ) : null}
            </Td>
            <Td>
              <Acts row={row} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function About({ environment, row }: { environment: string; row: ApprovalRow }) {
  const { organizationId, organizationName, target } = row;
  const name = organizationName ?? organizationId ?? target.id;
  const href = target.id && pageOfObject(environment, organizationId, target.type, target.id);
  if (!href) return <bdi>{name ?? target.type}</bdi>;
  return (
    <Link className="text-link" href={href}>
      <bdi>{name}</bdi>
    </Link>
  );
}

function Acts({ row: { id, mayDecide, isOwn, state } }: { row: ApprovalRow }) {
  if (mayDecide)
    return (
      <span className="flex gap-2">
        <DialogLink dialog={`approve:${id}`} variant="primary" size="small">
          Approve
        </DialogLink>
        <DialogLink dialog={`refuse:${id}`} variant="secondary" size="small">
          Refuse
        </DialogLink>
      </span>
    );
  if (!isOwn || (state !== 'open' && state !== 'approved')) return null;
  return (
    <DialogLink dialog={`withdraw:${id}`} variant="secondary" size="small">
      Withdraw
    </DialogLink>
  );
}
