'use client';

import { ChoiceField } from '@/components/forms/choice-field';
import { useLiveQuery } from '@/components/live/live-query';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { AssignableRole } from '@/lib/features/members/schema';

type Props = { environment: string; organizationId: string; help?: string };

/** The roles that this organization knows, read when the form opens. Needs `LiveQueries` around it. */
export function RoleChoice({ environment, organizationId, help }: Props) {
  const roles = useLiveQuery<AssignableRole[]>('members.roles', environment, { organizationId });
  if (roles.isPending) return <Skeleton className="h-20" />;
  if (roles.error) {
    return (
      <Notice tone="danger" title="The roles could not be read." requestId={roles.error.requestId}>
        {roles.error.message}
      </Notice>
    );
  }
  const options = roles.data.map((role) => ({
    value: role.name,
    label: role.isDefault ? `${role.displayName} (default)` : role.displayName,
    hint: role.description ?? undefined,
  }));
  return <ChoiceField name="roles" label="Roles" pick="many" options={options} help={help} />;
}
