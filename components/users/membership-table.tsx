import Link from 'next/link';
import { memberStatusWords } from '@/components/members/member-status';
import { Badge } from '@/components/ui/badge';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { RowMenu } from '@/components/ui/row-menu';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { UserDetail, UserMembership } from '@/lib/features/users/schema';
import { paths, withSearch } from '@/lib/paths';

/** What the person at the desk may do with memberships. */
export type MembershipRights = {
  resend: boolean;
  changeRoles: boolean;
  changeMetadata: boolean;
  remove: boolean;
};

type Props = { environment: string; user: UserDetail; rights: MembershipRights };

/** Where a user belongs, one organization below the other. */
export function MembershipTable({ environment, user, rights }: Props) {
  return (
    <Table label="Memberships">
      <TableHead>
        <Th>Organization</Th>
        <Th>Status</Th>
        <Th>Roles</Th>
        <Th>Joined</Th>
        <Th>Invitation expires</Th>
        <Th>Details</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {user.memberships.map((row) => (
          <Tr key={row.organizationId}>
            <Td className="max-w-72 truncate font-medium">
              <RowLink href={withSearch(paths.members(environment, row.organizationId), { q: user.email })}>
                {nameOf(row)}
              </RowLink>
            </Td>
            <Td>
              <Status tone={memberStatusWords[row.status].tone}>{memberStatusWords[row.status].label}</Status>
            </Td>
            <Td>
              <span className="flex gap-1">
                {row.roles.map((role) => (
                  <Badge key={role}>{role}</Badge>
                ))}
              </span>
            </Td>
            <Td quiet>
              <RelativeTime time={row.joinedAt} missing="not yet" />
            </Td>
            <Td quiet>
              <RelativeTime time={row.invitationExpiresAt} missing="–" />
            </Td>
            <Td>
              <span className="flex gap-3">
                <Link
                  href={withSearch(paths.userAccess(environment, user.id), {
                    organization: row.organizationId,
                  })}
                  aria-label={`Access at ${nameOf(row)}`}
                  prefetch={false}
                  className="text-link"
                >
                  Access
                </Link>
                <Link
                  href={withSearch(paths.apiKeys(environment, row.organizationId), { user: user.id })}
                  aria-label={`API keys at ${nameOf(row)}`}
                  prefetch={false}
                  className="text-link"
                >
                  Keys
                </Link>
              </span>
            </Td>
            <Td>
              <RowMenu label={`Actions for ${nameOf(row)}`} entries={entriesOf(row, rights)} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function entriesOf({ organizationId, status }: UserMembership, rights: MembershipRights): MenuEntry[] {
  const invited = status === 'pending_invite' || status === 'invite_expired';
  const entries: MenuEntry[] = [{ label: 'Copy organization id', copy: organizationId }];
  const add = (label: string, dialog: string) =>
    entries.push({ label, dialog: `${dialog}:${organizationId}` });
  if (invited && rights.resend) add('Resend invitation', 'resend');
  if (rights.changeRoles) add('Change roles', 'roles');
  if (rights.changeMetadata) add('Edit membership metadata', 'member-metadata');
  if (rights.remove) {
    entries.push({
      label: invited ? 'Cancel invitation' : 'Remove from organization',
      dialog: `remove:${organizationId}`,
      danger: true,
      separated: true,
    });
  }
  return entries;
}

function nameOf({ organizationName, organizationId }: UserMembership): string {
  return organizationName ?? organizationId;
}
