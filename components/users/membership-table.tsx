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
              <span className="flex flex-wrap gap-1">
                {row.roles.map((role) => (
                  <Badge key={role}>{role}</Badge>
                ))}
              </span>
            </Td>
            <Td quiet>
              {isOpen(row) ? (
                <>
                  invited, expires <RelativeTime time={row.invitationExpiresAt} missing="at no known time" />
                </>
              ) : (
                <RelativeTime time={row.joinedAt} />
              )}
            </Td>
            <Td>
              <RowMenu
                label={`Actions for ${nameOf(row)}`}
                entries={entriesOf(environment, user.id, row, rights)}
              />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function isOpen({ status }: UserMembership): boolean {
  return status === 'pending_invite' || status === 'invite_expired';
}

function entriesOf(
  environment: string,
  userId: string,
  row: UserMembership,
  rights: MembershipRights,
): MenuEntry[] {
  const { organizationId } = row;
  const invited = isOpen(row);
  const entries: MenuEntry[] = [
    {
      label: 'See access',
      href: withSearch(paths.userAccess(environment, userId), { organization: organizationId }),
    },
    { label: 'See API keys', href: withSearch(paths.apiKeys(environment, organizationId), { user: userId }) },
    { label: 'Copy organization id', copy: organizationId },
  ];
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
