import { formatCount, formatQuantity } from '@/lib/format';
import type { OrganizationShare } from '@/lib/role-changes';

/** Organizations named for a change; the rest are counted. */
const named = 5;

/** In which organizations people are, most people first. */
export function OrganizationShares({ shares }: { shares: OrganizationShare[] | undefined }) {
  if (!shares || shares.length === 0) return null;
  const more = shares.length - named;
  return (
    <p className="text-table wrap-anywhere">
      In {formatQuantity(shares.length, 'organization')}:{' '}
      {shares.slice(0, named).map(({ id, name, count }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <bdi>{name}</bdi> {formatCount(count)}
        </span>
      ))}
      {more > 0 ? ` and ${formatCount(more)} more` : ''}
    </p>
  );
}
