import Link from 'next/link';
import { Facts } from '@/components/ui/facts';
import type { Result } from '@/lib/errors';
import type { OrganizationRoles } from '@/lib/features/roles/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { lineOf } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { displayNameOf, graphOf, memberDefaultWords } from './words';

type Props = {
  environment: string;
  organizationId: string;
  list: OrganizationRoles;
  role: RoleRow;
  users: Result<number>;
};

/** What a role is, what it extends and who gets it by default. */
export function RoleFacts({ environment, organizationId, list, role, users }: Props) {
  const bases = lineOf(graphOf(list), role.name).slice(1);
  return (
    <Facts
      facts={[
        { term: 'Description', value: role.description ?? '–' },
        {
          term: 'Belongs to',
          value: role.isOwn ? (
            'this organization alone'
          ) : (
            <>
              the environment: every organization has it, and it is changed{' '}
              <Link href={paths.role(environment, role.name)} prefetch={false} className="text-link">
                for all of them
              </Link>
            </>
          ),
        },
        {
          term: 'Extends',
          value:
            bases.length === 0 ? (
              (role.extends ?? 'no role')
            ) : (
              <span className="flex flex-wrap gap-x-1.5">
                {bases.map(({ name }, index) => (
                  <span key={name}>
                    {index > 0 ? <span className="text-quiet">which extends </span> : null}
                    <Link
                      href={paths.organizationRole(environment, organizationId, name)}
                      className="text-link"
                    >
                      {displayNameOf(list.roles, name)}
                    </Link>
                  </span>
                ))}
              </span>
            ),
        },
        { term: 'Default for', value: defaultsOf(role, list) },
        {
          term: 'Users here',
          value: users.ok
            ? `${formatQuantity(users.data, 'user')}, as Scalekit counts`
            : `could not be counted: ${users.error.message}`,
        },
      ]}
    />
  );
}

function defaultsOf(role: RoleRow, list: OrganizationRoles): string {
  const words = [
    role.isDefaultMember ? `new members (${memberDefaultWords[list.memberDefaultSource]})` : '',
    role.isDefaultCreator ? 'whoever creates an organization (set for the whole environment)' : '',
  ].filter(Boolean);
  return words.join(' and ') || 'nobody';
}
