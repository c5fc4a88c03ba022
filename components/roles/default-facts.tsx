import Link from 'next/link';
import { Facts } from '@/components/ui/facts';
import type { OrganizationRoles } from '@/lib/features/roles/schema';
import { paths } from '@/lib/paths';
import type { RoleRow } from '@/lib/role-row';
import { memberDefaultWords } from './words';

type Props = { environment: string; organizationId: string; list: OrganizationRoles };

/** Which roles people get without anybody naming one, and who decides that. */
export function DefaultFacts({ environment, organizationId, list }: Props) {
  const member = list.roles.find(({ isDefaultMember }) => isDefaultMember);
  const creator = list.roles.find(({ isDefaultCreator }) => isDefaultCreator);
  const link = (role: RoleRow) => (
    <Link href={paths.organizationRole(environment, organizationId, role.name)} className="text-link">
      {role.displayName}
    </Link>
  );
  return (
    <Facts
      facts={[
        {
          term: 'New members get',
          value: member ? (
            <>
              {link(member)}{' '}
              <span className="text-quiet">({memberDefaultWords[list.memberDefaultSource]})</span>
            </>
          ) : (
            'Scalekit names no role'
          ),
        },
        {
          term: 'Creators get',
          value: creator ? (
            <>
              {link(creator)} <span className="text-quiet">(set for the whole environment)</span>
            </>
          ) : (
            'Scalekit names no role'
          ),
        },
      ]}
    />
  );
}
