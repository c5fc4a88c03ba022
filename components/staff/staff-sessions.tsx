import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { StaffDetail } from '@/lib/features/staff/schema';

/** Where somebody of the staff is signed in. */
export function StaffSessions({ person: { sessionRows: rows } }: { person: StaffDetail }) {
  return (
    <Section
      title="Sessions"
      description="Those that can still be used. Ending one works with its next click."
    >
      {rows.length === 0 ? (
        <p>Signed in nowhere.</p>
      ) : (
        <Table label="Sessions">
          <TableHead>
            <Th>Device</Th>
            <Th>Place</Th>
            <Th>Last seen</Th>
            <Th>Started</Th>
            <Th>Ends</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                <Td className="max-w-64 truncate font-medium">
                  {row.device}
                  {row.isThisOne ? <span className="font-normal text-quiet"> (this one)</span> : null}
                </Td>
                <Td className="font-mono text-xs">{row.ip ?? '–'}</Td>
                <Td quiet>
                  <RelativeTime time={row.lastSeenAt} />
                </Td>
                <Td quiet>
                  <RelativeTime time={row.startedAt} />
                </Td>
                <Td quiet>
                  <RelativeTime time={row.endsAt} />
                </Td>
                <Td>
                  <DialogLink
                    dialog={`end-session:${row.id}`}
                    variant="secondary"
                    size="small"
                    aria-label={`End the session on ${row.device}`}
                  >
                    End
                  </DialogLink>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
