import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { SignInRow } from '@/lib/features/users/schema';
import { paths } from '@/lib/paths';

const words: Record<string, { tone: Tone; label: string }> = {
  SUCCESS: { tone: 'success', label: 'Signed in' },
  FAILED: { tone: 'danger', label: 'Failed' },
  PENDING: { tone: 'info', label: 'Under way' },
  INITIATED: { tone: 'info', label: 'Started' },
};

/** Attempts to sign in, newest first. */
export function SignInTable({ environment, rows }: { environment: string; rows: SignInRow[] }) {
  return (
    <Table label="Sign-ins">
      <TableHead>
        <Th>When</Th>
        <Th>Status</Th>
        <Th>Connection</Th>
        <Th>Organization</Th>
        <Th>Request</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { tone, label } = words[row.status.toUpperCase()] ?? { tone: 'neutral', label: 'Other' };
          return (
            <Tr key={row.id}>
              <Td>
                <RelativeTime time={row.at} />
              </Td>
              <Td>
                <Status tone={tone}>{label}</Status>
              </Td>
              <Td>{row.connection || 'not known'}</Td>
              <Td>
                {row.organizationId ? (
                  <Link
                    href={paths.organization(environment, row.organizationId)}
                    prefetch={false}
                    className="text-link font-mono text-xs"
                  >
                    {row.organizationId}
                  </Link>
                ) : (
                  'none'
                )}
              </Td>
              <Td quiet>
                <RowId id={row.id} what="request id" />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
