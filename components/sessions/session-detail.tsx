'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { sessionStatusWords } from '@/components/users/session-table';
import type { SessionDetail as Detail } from '@/lib/features/users/schema';

type Props = LazyDialogProps & { environment: string; userId: string };

/** All that Scalekit tells of one session, read when it opens. */
export default function SessionDetail(props: Props) {
  return (
    <LiveQueries>
      <Reading {...props} />
    </LiveQueries>
  );
}

function Reading({ environment, userId, subject, onClose }: Props) {
  const session = useLiveQuery<Detail>('users.session', environment, {
    userId,
    sessionId: subject,
  });
  return (
    <Dialog
      title="Session"
      description={<code className="font-mono text-xs">{subject}</code>}
      onClose={onClose}
    >
      <div className="px-5 pt-4 pb-5">
        {session.isPending ? <p role="status">Reading…</p> : null}
        {session.error ? <ErrorPanel title="The session could not be read." error={session.error} /> : null}
        {session.data ? <SessionFacts session={session.data} /> : null}
      </div>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

function SessionFacts({ session }: { session: Detail }) {
  const { tone, label } = sessionStatusWords[session.status];
  const organizations = session.organizationIds.join(', ');
  return (
    <Facts
      facts={[
        { term: 'Status', value: <Status tone={tone}>{label}</Status> },
        { term: 'Device', value: session.device },
        {
          term: 'User agent',
          value: <span className="font-mono text-xs wrap-anywhere">{session.userAgent ?? 'not known'}</span>,
        },
        { term: 'Place', value: session.place ?? 'not known' },
        { term: 'IP address', value: session.ip ?? 'not known' },
        {
          term: 'Organizations',
          value: <span className="font-mono text-xs wrap-anywhere">{organizations || 'none'}</span>,
        },
        { term: 'Started', value: <RelativeTime time={session.startedAt} /> },
        { term: 'Last active', value: <RelativeTime time={session.lastActiveAt} /> },
        ...(session.status === 'active'
          ? [
              { term: 'Ends when idle', value: <RelativeTime time={session.idleExpiresAt} /> },
              { term: 'Ends at the latest', value: <RelativeTime time={session.expiresAt} /> },
            ]
          : [{ term: 'Ended', value: <RelativeTime time={session.endsAt} /> }]),
      ]}
    />
  );
}
