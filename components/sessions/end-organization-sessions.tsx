'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatCount } from '@/lib/format';
import { type Ending, type FailedSession, useEndSessions } from './use-end-sessions';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Ends every session that is signed in to the organization, one by one, in sight. */
export default function EndOrganizationSessions({ environment, organizationId, onClose }: Props) {
  const router = useRouter();
  const { ending, run, runAgain, pause } = useEndSessions(environment, organizationId);
  // Closing stops it: nothing goes on unseen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog goes
  useEffect(() => pause, []);
  const close = () => {
    pause();
    onClose();
    if (ending.ended > 0) router.refresh();
  };
  const { state, failed, members, totalMembers, problem } = ending;
  return (
    <Dialog title="End all sessions of this organization?" onClose={close}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <p>
          Everybody signed in to this organization is signed out, session by session. A session that is signed
          in to other organizations too ends there as well. Sessions at other organizations only stay.
        </p>
        {state === 'ready' ? (
          <p className="text-quiet">
            Scalekit lists sessions by user, so Keydesk goes through all members. Each ending is in the staff
            log. You can pause, stop, and start again: what has ended stays ended.
          </p>
        ) : (
          <div className="flex flex-col gap-2">
            <ProgressBar
              label="Members gone through"
              value={members}
              max={Math.max(totalMembers, members, 1)}
            />
            <p role="status">{describeEnding(ending)}</p>
          </div>
        )}
        {problem ? (
          <Notice live tone="danger" title="It could not go on." requestId={problem.requestId}>
            {problem.message}
          </Notice>
        ) : null}
        {failed.length > 0 ? <Failures failed={failed} /> : null}
      </div>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        <Button onClick={close}>{state === 'running' || state === 'paused' ? 'Stop' : 'Close'}</Button>
        {state === 'running' ? (
          <Button variant="primary" onClick={pause}>
            Pause
          </Button>
        ) : state === 'done' ? (
          failed.length > 0 && (
            <Button variant="danger" onClick={runAgain}>
              Try again
            </Button>
          )
        ) : (
          <Button variant="danger" onClick={() => void run()} autoFocus>
            {state === 'ready' ? 'End all sessions' : 'Go on'}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}

function describeEnding({ state, ended, failed, members, totalMembers }: Ending): string {
  const endings = `${formatCount(ended)} ${ended === 1 ? 'session' : 'sessions'} ended`;
  const misses = failed.length > 0 ? `, ${formatCount(failed.length)} not` : '';
  const walked = `${formatCount(members)} of ${formatCount(totalMembers)} members gone through`;
  const head = { ready: '', running: 'Working: ', paused: 'Paused: ', halted: 'Halted: ', done: 'Done: ' };
  return `${head[state]}${endings}${misses}; ${walked}.`;
}

function Failures({ failed }: { failed: FailedSession[] }) {
  return (
    <ul aria-label="Sessions that did not end" className="flex max-h-48 flex-col gap-2 overflow-y-auto">
      {failed.map(({ id, email, device, error }) => (
        <li key={id} className="text-table">
          <span className="font-medium wrap-anywhere">{email}</span>, {device}:{' '}
          {error.unknown ? 'Unknown whether it ended. ' : ''}
          {error.message}{' '}
          {error.requestId ? <code className="font-mono text-xs">{error.requestId}</code> : null}
        </li>
      ))}
    </ul>
  );
}
