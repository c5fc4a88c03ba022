import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { MonoId } from '@/components/ui/mono-id';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { MemberRow, MemberStatus } from '@/lib/features/members/schema';
import { paths, withSearch } from '@/lib/paths';

type Props = { environment: string; organizationId: string; rows: MemberRow[] };

const statuses: Record<MemberStatus, { tone: Tone; label: string }> = {
  active: { tone: 'success', label: 'Active' },
  inactive: { tone: 'neutral', label: 'Inactive' },
  pending_invite: { tone: 'info', label: 'Invited' },
  invite_expired: { tone: 'warning', label: 'Invitation expired' },
  other: { tone: 'neutral', label: 'Other' },
};

/** Members one below the other, each with a way to the keys that act for them. */
export function MemberTable({ environment, organizationId, rows }: Props) {
  return (
    <Table label="Members">
      <TableHead>
        <Th>E-mail</Th>
        <Th>Name</Th>
        <Th>Status</Th>
        <Th>Roles</Th>
        <Th>Last sign-in</Th>
        <Th>API keys</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.userId}>
            <Td className="max-w-72 truncate font-medium">{row.email}</Td>
            <Td className="max-w-48 truncate">{row.name ?? '–'}</Td>
            <Td>
              <Status tone={statuses[row.status].tone}>{statuses[row.status].label}</Status>
            </Td>
            <Td>
              <span className="flex gap-1">
                {row.roles.map((role) => (
                  <Badge key={role}>{role}</Badge>
                ))}
              </span>
            </Td>
            <Td quiet>
              <RelativeTime time={row.lastLoginAt} missing="none known" />
            </Td>
            <Td>
              <Link
                href={withSearch(paths.apiKeys(environment, organizationId), { user: row.userId })}
                aria-label={`API keys of ${row.email}`}
                prefetch={false}
                className="text-link"
              >
                Keys
              </Link>
            </Td>
            <Td quiet>
              <MonoId id={row.userId} what={`id of ${row.email}`} inRow />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
