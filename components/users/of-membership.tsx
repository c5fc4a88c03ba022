'use client';

import type { ComponentType } from 'react';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { MemberRow } from '@/lib/features/members/schema';
import type { UserDetail } from '@/lib/features/users/schema';

type Body = ComponentType<
  LazyDialogProps & { environment: string; organizationId: string; rows: MemberRow[] }
>;
type Props = LazyDialogProps & { environment: string; user: UserDetail };

/** A dialog of an organization's members for one membership of a user; its subject is the organization's id. */
export function ofMembership(Body: Body): { default: ComponentType<Props> } {
  function MembershipDialog({ environment, user, subject, onClose }: Props) {
    const rows = user.memberships
      .filter(({ organizationId }) => organizationId === subject)
      .map((one) => ({
        ...one,
        userId: user.id,
        email: user.email,
        name: user.name,
        lastLoginAt: user.lastLoginAt,
      }));
    return (
      <Body
        environment={environment}
        organizationId={subject}
        rows={rows}
        subject={user.id}
        onClose={onClose}
      />
    );
  }
  return { default: MembershipDialog };
}
