'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { formatCount, formatQuantity } from '@/lib/format';
import type { RoleCounts } from '@/lib/role-row';

type Props = LazyDialogProps & {
  environment: string;
  /** Of one organization; else of all together. */
  organizationId?: string;
};

/** How many users have each role. On demand: each role costs a call. */
export default function CountUsers(props: Props) {
  return (
    <LiveQueries>
      <Counts {...props} />
    </LiveQueries>
  );
}

function Counts({ environment, organizationId, onClose }: Props) {
  const name = organizationId ? 'roles.counts' : 'environmentRoles.counts';
  const input: Record<string, string> = organizationId ? { organizationId } : {};
  const counts = useLiveQuery<RoleCounts>(name, environment, input);
  return (
    <Dialog
      title="Users of each role"
      description={`As Scalekit counts them ${organizationId ? 'in this organization' : 'in all organizations together'}, with those who have a role through another.`}
      onClose={onClose}
    >
      <div className="px-5 pt-4 pb-5">
        {counts.isPending ? <Skeleton className="h-40" /> : null}
        {counts.error ? (
          <Notice tone="danger" title="The users could not be counted." requestId={counts.error.requestId}>
            {counts.error.message}
          </Notice>
        ) : null}
        {counts.data ? <CountTable {...counts.data} /> : null}
      </div>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

function CountTable({ counts, left }: RoleCounts) {
  return (
    <>
      <Table label="Users of each role">
        <TableHead>
          <Th>Role</Th>
          <Th className="text-right">Users</Th>
        </TableHead>
        <tbody>
          {counts.map(({ name, displayName, users }) => (
            <Tr key={name}>
              <Td className="max-w-64 truncate">{displayName}</Td>
              <Td className="text-right tabular-nums">
                {users === null ? 'Scalekit did not tell' : formatCount(users)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {left > 0 ? (
        <p className="mt-3 text-table text-quiet">
          {formatQuantity(left, 'more role was', 'more roles were')} not counted. A role’s own page counts it.
        </p>
      ) : null}
    </>
  );
}
