import Link from 'next/link';
import type { RoleSource, RoleSources } from '@/lib/features/directories/schema';
import { formatQuantity } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';

type Props = {
  environment: string;
  organizationId: string;
  roleName: string;
  /** The sentence begins with "Given"; else with how the role is inherited. */
  isGiven: boolean;
  /** Null where the directories could not be read. */
  found: RoleSources | null;
};

/** Goes on from "Given": by which group of which directory, as far as Scalekit can be asked. */
export function RoleOrigin({ environment, organizationId, roleName, isGiven, found }: Props) {
  if (!found) return <span className="text-quiet">; the directories could not be read</span>;
  const sources = found.sources.filter((source) => source.roleName === roleName);
  if (sources.length === 0)
    return found.hasDirectories && found.isWhole && isGiven ? (
      <span className="text-quiet">; no directory group brings it</span>
    ) : null;
  return sources.map((source, index) => (
    <span key={`${source.directory.id} ${source.group.id}`}>
      {index > 0 ? ' and ' : isGiven ? ' ' : '; given '}
      {source.isCertain ? null : 'perhaps '}by the directory group{' '}
      <Link
        href={withSearch(paths.directoryUsers(environment, organizationId, source.directory.id), {
          group: source.group.id,
        })}
        prefetch={false}
        className="text-link"
      >
        {source.group.name}
      </Link>{' '}
      of{' '}
      <Link
        href={paths.directory(environment, organizationId, source.directory.id)}
        prefetch={false}
        className="text-link"
      >
        {source.directory.name}
      </Link>
      <Doubt source={source} />
    </span>
  ));
}

function Doubt({ source: { isCertain, group } }: { source: RoleSource }) {
  if (isCertain) return null;
  return (
    <span className="text-quiet">
      , whose {formatQuantity(group.users, 'user')} Scalekit cannot be asked for one by one
    </span>
  );
}
