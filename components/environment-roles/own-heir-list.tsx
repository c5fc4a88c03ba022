import { ErrorPanel } from '@/components/ui/error-panel';
import type { Result } from '@/lib/errors';
import type { OwnHeir } from '@/lib/features/environment-roles/schema';
import { formatList, formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';

/** Roles named; the rest are counted. */
const named = 10;

type Props = {
  /** Null where the person may not know. */
  heirs: Result<OwnHeir[]> | null;
  retryHref: string;
};

/** Roles that organizations made for themselves on top of this one. Scalekit does not say whose they are. */
export function OwnHeirList({ heirs, retryHref }: Props) {
  if (heirs === null) return null;
  if (!heirs.ok) {
    return (
      <div className="mt-3">
        <ErrorPanel
          title="Roles of single organizations that extend it could not be read."
          error={heirs.error}
          retryHref={retryHref}
        />
      </div>
    );
  }
  if (heirs.data.length === 0) return null;
  const names = heirs.data.slice(0, named).map(({ displayName }) => isolate(displayName));
  const more = heirs.data.length - names.length;
  return (
    <p className="mt-3 text-table text-quiet">
      {formatQuantity(
        heirs.data.length,
        'role of a single organization extends',
        'roles of single organizations extend',
      )}{' '}
      it as well: {formatList(more > 0 ? [...names, `${more} more`] : names)}. Scalekit does not say whose.
    </p>
  );
}
