'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Skeleton } from '@/components/ui/skeleton';
import type { AssignableDomains } from '@/lib/features/connection-domains/schema';
import { AssignDomainsForm } from './assign-domains-form';
import type { RoutedConnection } from './routed-connection';

type Props = LazyDialogProps & RoutedConnection;

/** Chooses which of the customer's domains lead to a connection. */
export default function AssignDomains(props: Props) {
  return (
    <LiveQueries>
      <Loaded {...props} />
    </LiveQueries>
  );
}

function Loaded(props: Props) {
  const { environment, organizationId, connectionId, onClose } = props;
  const list = useLiveQuery<AssignableDomains>(
    'connections.assignable-domains',
    environment,
    { organizationId, connectionId },
    { staleTime: 0 },
  );
  // What is ticked is sent as a whole: what was read for an earlier opening may be out of date.
  if (list.data && list.isFetchedAfterMount) return <AssignDomainsForm {...props} list={list.data} />;
  return (
    <Dialog title="Change the domains" onClose={onClose}>
      <div className="px-5 pt-4 pb-5" aria-live="polite">
        {list.error ? (
          <ErrorPanel
            title="The domains could not be read."
            error={list.error}
            action={
              <Button size="small" pending={list.isFetching} onClick={() => void list.refetch()}>
                Try again
              </Button>
            }
          />
        ) : (
          <Skeleton className="h-24" />
        )}
      </div>
    </Dialog>
  );
}
