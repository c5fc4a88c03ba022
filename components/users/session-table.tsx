import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { SessionRow, SessionStatus } from '@/lib/features/users/schema';

export const sessionStatusWords: Record<SessionStatus, { tone: Tone; label: string }> = {
  active: { tone: 'success', label: 'Active' },
  expired: { tone: 'neutral', label: 'Ran out' },
  revoked: { tone: 'warning', label: 'Ended by staff or API' },
  logout: { tone: 'neutral', label: 'Signed out' },
  other: { tone: 'neutral', label: 'Other' },
};

type Props = { rows: SessionRow[]; mayRevoke: boolean };

/** Where a person is signed in, and was. One that is active can be ended from its row. */
export function SessionTable({ rows, mayRevoke }: Props) {
  return (
    <Table label="Sessions">
      <TableHead>
        <Th>Device</Th>
        <Th>Place</Th>
        <Th>Status</Th>
        <Th>Last active</Th>
        <Th>Started</Th>
        <Th>Ends</Th>
        <Th>Id</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate">
              <DialogLink dialog={`session:${row.id}`} className="text-link" data-row-link="">
                {row.device}
              </DialogLink>
            </Td>
            <Td className="max-w-56 truncate" title={row.ip ?? undefined}>
              {[row.place, row.ip].filter(Boolean).join(' · ') || '–'}
            </Td>
            <Td>
              <Status tone={sessionStatusWords[row.status].tone}>
                {sessionStatusWords[row.status].label}
              </Status>
            </Td>
            <Td quiet>
              <RelativeTime time={row.lastActiveAt} />
            </Td>
            <Td quiet>
              <RelativeTime time={row.startedAt} />
            </Td>
            <Td quiet>
              <RelativeTime time={row.endsAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`id of the session on ${row.device}`} />
            </Td>
            <Td>
              {mayRevoke && row.status === 'active' ? (
                <DialogLink
                  dialog={`end:${row.id}`}
                  variant="secondary"
                  size="small"
                  aria-label={`End the session on ${row.device}`}
                >
                  End
                </DialogLink>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
