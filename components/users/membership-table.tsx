import { memberStatusWords } from '@/components/members/member-status';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { UserMembership } from '@/lib/features/users/schema';
import { paths, withSearch } from '@/lib/paths';

type Props = { environment: string; email: string; memberships: UserMembership[] };

/** Where a person belongs, and as what. The link leads to them among the organization's members. */
export function MembershipTable({ environment, email, memberships }: Props) {
  return (
    <Table label="Memberships">
      <TableHead>
        <Th>Organization</Th>
        <Th>Status</Th>
        <Th>Roles</Th>
        <Th>Joined</Th>
      </TableHead>
      <tbody>
        {memberships.map(({ organizationId, organizationName, status, roles, joinedAt }) => (
          <Tr key={organizationId}>
            <Td className="max-w-72 truncate">
              <RowLink href={withSearch(paths.members(environment, organizationId), { q: email })}>
                {organizationName ?? organizationId}
              </RowLink>
            </Td>
            <Td>
              <Status tone={memberStatusWords[status].tone}>{memberStatusWords[status].label}</Status>
            </Td>
            <Td>{roles.length === 0 ? '–' : roles.map((role) => <Badge key={role}>{role}</Badge>)}</Td>
            <Td quiet>
              <RelativeTime time={joinedAt} missing="not yet" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
