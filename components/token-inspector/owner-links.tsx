import Link from 'next/link';
import { paths } from '@/lib/paths';

type Props = { environment: string; organizationId: string | null; userId: string | null };

/** The way to the customer and the person behind a token. */
export function OwnerLinks({ environment, organizationId, userId }: Props) {
  if (!organizationId && !userId) return 'nobody who can be opened from here';
  return (
    <span className="flex flex-col gap-1">
      {organizationId ? (
        <Link href={paths.organization(environment, organizationId)} className="text-link font-mono text-xs">
          {organizationId}
        </Link>
      ) : null}
      {userId ? (
        <Link href={paths.user(environment, userId)} className="text-link font-mono text-xs">
          {userId}
        </Link>
      ) : null}
    </span>
  );
}
