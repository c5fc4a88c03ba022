import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { DialogLink } from '@/components/ui/dialog-link';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { RowMenu } from '@/components/ui/row-menu';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { MemberRow } from '@/lib/features/members/schema';
import { paths, withSearch } from '@/lib/paths';
import { isInvited, memberStatusWords } from './member-status';

/** What the person at the desk may do with members. */
export type MemberRights = {
  resend: boolean;
  correctAddress: boolean;
  changeRoles: boolean;
  remove: boolean;
};

type Props = { environment: string; organizationId: string; rows: MemberRow[]; rights: MemberRights };

/** Members one below the other, each with a way to the keys that act for them. */
export function MemberTable({ environment, organizationId, rows, rights }: Props) {
  return (
    <Table label="Members">
      <TableHead>
        <Th>E-mail</Th>
        <Th>Name</Th>
        <Th>Status</Th>
        <Th>Roles</Th>
        <Th>Last sign-in</Th>
        <Th>API keys</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.userId}>
            <Td className="max-w-56 truncate">
              <RowLink href={paths.user(environment, row.userId)}>{row.email}</RowLink>
            </Td>
            <Td className="max-w-36 truncate">{row.name ?? '–'}</Td>
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
            <Td>
              <span className="flex items-center justify-end gap-1.5">
                {isInvited(row) ? <InvitationActs row={row} rights={rights} /> : null}
                <RowMenu label={`Actions for ${row.email}`} entries={entriesOf(row, rights)} />
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type ActsProps = { row: MemberRow; rights: MemberRights };

/** An open invitation is what tickets ask about: its acts stand in the row, one click from their question. */
function InvitationActs({ row, rights }: ActsProps) {
  const look = { variant: 'secondary', size: 'small' } as const;
  return (
    <>
      {rights.resend ? (
        <DialogLink
          {...look}
          dialog={`resend:${row.userId}`}
          aria-label={`Resend invitation to ${row.email}`}
        >
          Resend
        </DialogLink>
      ) : null}
      {rights.remove ? (
        <DialogLink
          {...look}
          dialog={`remove:${row.userId}`}
          aria-label={`Cancel invitation of ${row.email}`}
        >
          Cancel
        </DialogLink>
      ) : null}
    </>
  );
}

function entriesOf(row: MemberRow, rights: MemberRights): MenuEntry[] {
  const invited = isInvited(row);
  const entries: MenuEntry[] = [{ label: 'Copy user id', copy: row.userId }];
  if (rights.correctAddress && invited)
    entries.push({ label: 'Wrong address?', dialog: `wrong-address:${row.userId}` });
  if (rights.changeRoles) {
    entries.push({ label: 'Change roles', dialog: `roles:${row.userId}` });
    entries.push({ label: 'Edit membership metadata', dialog: `member-metadata:${row.userId}` });
  }
  if (rights.remove && !invited) {
    entries.push({
      label: 'Remove from organization',
      dialog: `remove:${row.userId}`,
      danger: true,
      separated: true,
    });
  }
  return entries;
}
