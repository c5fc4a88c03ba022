'use client';

import { type ReactNode, useState } from 'react';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { EnvironmentRoles } from '@/lib/features/environment-roles/schema';

type Props = {
  environment: string;
  onClose: () => void;
  children: (list: EnvironmentRoles) => ReactNode;
};

/** Reads the roles when a dialog opens: whom a change concerns must not be told from an old page. */
export function WithRoles(props: Props) {
  return (
    <LiveQueries>
      <Loaded {...props} />
    </LiveQueries>
  );
}

function Loaded({ environment, onClose, children }: Props) {
  const [list, setList] = useState<EnvironmentRoles | null>(null);
  const read = useLiveQuery<EnvironmentRoles>('environmentRoles.list', environment, {}, { staleTime: 0 });
  // Taken once: the form must not change under what is typed when the window gets the focus back.
  if (!list && read.data && !read.isFetching) setList(read.data);
  if (list) return children(list);
  return (
    <Dialog title={read.error ? 'The roles could not be read.' : 'Reading the roles'} onClose={onClose}>
      <div className="px-5 pt-4 pb-5">
        {read.error ? (
          <Notice tone="danger" title="Nothing was changed." requestId={read.error.requestId}>
            {read.error.message}
          </Notice>
        ) : (
          <div role="status" aria-label="Loading">
            <Skeleton className="h-40" />
          </div>
        )}
      </div>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}
