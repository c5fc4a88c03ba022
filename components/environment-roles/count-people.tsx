'use client';

import Link from 'next/link';
import { LiveQueries } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { formatCount, formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { type AccessUse, mergeShares } from '@/lib/role-changes';
import { useEnvironmentRoleUse } from './use-environment-role-use';

type Props = LazyDialogProps & { environment: string };

/** Organizations in the table; the rest are counted. */
const shown = 50;

/** Who has a role, by organization. On demand: users are read page after page. */
export default function CountPeople(props: Props) {
  return (
    <LiveQueries>
      <People {...props} />
    </LiveQueries>
  );
}

function People({ environment, subject, onClose }: Props) {
  const use = useEnvironmentRoleUse(environment, subject);
  return (
    <Dialog
      title="Who has it, by organization"
      description="Memberships with the role itself, or with one that extends it. Scalekit cannot list by role, so users are read one page after another."
      onClose={onClose}
    >
      <div className="px-5 pt-4 pb-5">
        {use.isPending ? (
          <div role="status" aria-label="Loading">
            <Skeleton className="h-40" />
          </div>
        ) : null}
        {use.error ? (
          <Notice tone="danger" title="The users could not be read." requestId={use.error.requestId}>
            {use.error.message}
          </Notice>
        ) : null}
        {use.data ? <Shares environment={environment} use={use.data} /> : null}
      </div>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

function Shares({ environment, use }: { environment: string; use: AccessUse }) {
  const shares = mergeShares(
    [],
    use.holders.flatMap(({ organizations }) => organizations ?? []),
  );
  const partial = use.read < use.total;
  return (
    <div className="flex flex-col gap-3">
      {shares.length === 0 ? (
        <p>Nobody of the {formatQuantity(use.read, 'user')} that were read has it.</p>
      ) : (
        <Table label="Who has it, by organization">
          <TableHead>
            <Th>Organization</Th>
            <Th className="text-right">Memberships</Th>
          </TableHead>
          <tbody>
            {shares.slice(0, shown).map(({ id, name, count }) => (
              <Tr key={id}>
                <Td className="max-w-64 truncate">
                  <Link
                    href={paths.organizationRoles(environment, id)}
                    prefetch={false}
                    className="text-link"
                  >
                    {name}
                  </Link>
                </Td>
                <Td className="text-right tabular-nums">{formatCount(count)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {shares.length > shown ? (
        <p className="text-table text-quiet">
          And {formatQuantity(shares.length - shown, 'more organization')}, with fewer.
        </p>
      ) : null}
      {partial ? (
        <Notice
          tone="warning"
          title={`${formatCount(use.read)} of ${formatQuantity(use.total, 'user')} were read`}
        >
          Among the others there may be more people with this role; they are not counted here.
        </Notice>
      ) : null}
    </div>
  );
}
