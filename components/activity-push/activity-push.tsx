'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { PushView } from '@/lib/features/activity-push/schema';
import {
  CreatePushDialog,
  DeletePushDialog,
  EditPushDialog,
  RotatePushDialog,
  SwitchPushDialog,
  TestPushDialog,
} from './dialogs';
import { PushSection } from './push-section';

type Props = { environment: string; initial: PushView[] };

/** The environment's pushes and how they fare, asked again as one looks. */
export function ActivityPush(props: Props) {
  return (
    <LiveQueries>
      <Live {...props} />
    </LiveQueries>
  );
}

function Live({ environment, initial }: Props) {
  const query = useLiveQuery<PushView[]>(
    'activityPush.list',
    environment,
    {},
    {
      initialData: initial,
      staleTime: 0,
      pollAfter: (last) => (last?.some(({ backlog }) => backlog > 0) ? 2_000 : 10_000),
    },
  );
  const pushes = query.data ?? initial;
  const shared = { environment, pushes, onChanged: () => void query.refetch() };
  return (
    <>
      {query.error ? (
        <ErrorPanel title="The state could not be read again. What follows is older." error={query.error} />
      ) : null}
      {pushes.length === 0 ? (
        <EmptyState
          title="Nothing is pushed"
          action={
            <DialogLink variant="primary" dialog="create">
              Add a push
            </DialogLink>
          }
        >
          A push sends what happens to a system of yours, such as a SIEM, in batches and signed. It tells each
          row at least once.
        </EmptyState>
      ) : (
        <>
          <DialogLink variant="primary" dialog="create" className="mb-6">
            Add a push
          </DialogLink>
          {pushes.map((push) => (
            <PushSection key={push.pushId} push={push} />
          ))}
        </>
      )}
      <CreatePushDialog {...shared} />
      <EditPushDialog {...shared} />
      <SwitchPushDialog {...shared} />
      <TestPushDialog {...shared} />
      <RotatePushDialog {...shared} />
      <DeletePushDialog {...shared} />
    </>
  );
}
