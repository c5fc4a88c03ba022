import Link from 'next/link';
import { Td } from '@/components/ui/table';
import { paths } from '@/lib/paths';

type Props = { environment: string; organizationId: string | null };

/** The organization that a row is about, as a link; a dash where it is about none. */
export function OrganizationCell({ environment, organizationId }: Props) {
  return (
    <Td className="font-mono text-xs">
      {organizationId ? (
        <Link href={paths.organization(environment, organizationId)} prefetch={false} className="text-link">
          {organizationId}
        </Link>
      ) : (
        '–'
      )}
    </Td>
  );
}
