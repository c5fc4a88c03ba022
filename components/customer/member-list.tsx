import { isInvited, memberStatusWords } from '@/components/members/member-status';
import { Badge } from '@/components/ui/badge';
import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { OwnMemberRow } from '@/lib/features/members/schema';

const look = { variant: 'secondary', size: 'small' } as const;

/** Members one below the other, each with what can be done about them. */
export function MemberList({ rows }: { rows: OwnMemberRow[] }) {
  return (
    <ul aria-label="Members">
      {rows.map((row) => (
        <li
          key={row.userId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
        >
          <div className="min-w-0">
            <p className="wrap-anywhere">
              <span className="font-medium">
                <bdi>{row.name ?? row.email}</bdi>
              </span>
              {row.isSelf ? <span className="text-quiet"> (you)</span> : null}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-quiet">
              {row.name ? <span className="wrap-anywhere">{row.email}</span> : null}
              <Status tone={memberStatusWords[row.status].tone}>{memberStatusWords[row.status].label}</Status>
              <span>
                {row.roles.map((role) => (
                  <Badge key={role}>{role}</Badge>
                ))}
              </span>
              <Since row={row} />
            </p>
          </div>
          <div className="flex gap-2">
            {isInvited(row) ? (
              <DialogLink
                {...look}
                dialog={`resend:${row.userId}`}
                aria-label={`Send the invitation to ${row.email} again`}
              >
                Send again
              </DialogLink>
            ) : null}
            {row.isSelf ? null : (
              <DialogLink
                {...look}
                dialog={`remove:${row.userId}`}
                aria-label={isInvited(row) ? `Cancel invitation of ${row.email}` : `Remove ${row.email}`}
              >
                {isInvited(row) ? 'Cancel' : 'Remove'}
              </DialogLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Since({ row }: { row: OwnMemberRow }) {
  if (isInvited(row))
    return row.invitationExpiresAt ? (
      <span>
        {row.status === 'invite_expired' ? 'Expired' : 'Expires'}{' '}
        <RelativeTime time={row.invitationExpiresAt} />
      </span>
    ) : null;
  return row.lastLoginAt ? (
    <span>
      Signed in <RelativeTime time={row.lastLoginAt} />
    </span>
  ) : null;
}
