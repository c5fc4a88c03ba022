import Link from 'next/link';
import type { ReactNode } from 'react';
import { displayNameOf } from '@/components/roles/words';
import { Facts } from '@/components/ui/facts';
import type { Result } from '@/lib/errors';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { lineOf, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';

type Props = {
  environment: string;
  roles: RoleRow[];
  role: RoleRow;
  /** Null where the person may not know. */
  users: Result<number> | null;
  /** What tells where the users are. */
  count: ReactNode;
};

/** What a role of the environment is, what it extends, and who gets it by default. */
export function EnvironmentRoleFacts({ environment, roles, role, users, count }: Props) {
  const bases = lineOf(roleGraph(roles), role.name).slice(1);
  const defaults = [
    role.isDefaultMember ? 'new members, where an organization has not chosen another' : '',
    role.isDefaultCreator ? 'whoever creates an organization' : '',
  ].filter(Boolean);
  return (
    <Facts
      facts={[
        { term: 'Description', value: role.description ?? '–' },
        {
          term: 'Extends',
          value:
            bases.length === 0
              ? (role.extends ?? 'no role')
              : bases.map(({ name }, index) => (
                  <span key={name}>
                    {index > 0 ? <span className="text-quiet"> which extends </span> : null}
                    <Link href={paths.role(environment, name)} prefetch={false} className="text-link">
                      {displayNameOf(roles, name)}
                    </Link>
                  </span>
                )),
        },
        { term: 'Default for', value: defaults.join(' and ') || 'nobody' },
        {
          term: 'Users',
          value:
            users === null ? (
              'not counted for you: you work on some customers only'
            ) : users.ok ? (
              <span className="flex flex-wrap items-baseline gap-x-3">
                {formatQuantity(users.data, 'user')} in all organizations, as Scalekit counts {count}
              </span>
            ) : (
              `could not be counted: ${users.error.message}`
            ),
        },
      ]}
    />
  );
}
