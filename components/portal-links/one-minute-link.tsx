'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { RawPortalLink } from '@/lib/features/portal-links/schema';
import { formatCountdown } from '@/lib/format';
import { millisecondsLeft } from './milliseconds-left';

type Props = { link: RawPortalLink; onAnother: () => void; onDone: () => void };

/** Scalekit's own link with what is left of its minute; once that is over the link is taken off the screen. */
export function OneMinuteLink({ link, onAnother, onDone }: Props) {
  const left = useTimeLeft(link.expiresAt);
  const alive = left > 0;
  return (
    <Dialog title="One-minute link" onClose={onDone}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        {alive ? (
          <>
            <p role="timer">
              Works for <span className="font-semibold">{formatCountdown(left)}</span> more, once.
            </p>
            <div className="rounded border-2 border-accent bg-sunken p-3">
              <code data-secret="" translate="no" className="block font-mono text-table break-all select-all">
                {link.location}
              </code>
              <CopyButton labelled text={link.location} what="one-minute link" className="mt-3" />
            </div>
            <p className="text-quiet">
              Do not send it by e-mail: a mail scanner that follows it has used it up. Keydesk does not keep
              it.
            </p>
          </>
        ) : (
          <Notice live tone="info" title="The minute is over.">
            The link is dead, unless it was opened: the setup portal then stays open for up to six hours.
          </Notice>
        )}
      </div>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        {alive ? null : <Button onClick={onAnother}>Create another</Button>}
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </footer>
    </Dialog>
  );
}

function useTimeLeft(expiresAt: string): number {
  const [deadline] = useState(() => Date.now() + millisecondsLeft(expiresAt, Date.now()));
  const [left, setLeft] = useState(() => deadline - Date.now());
  useEffect(() => {
    const timer = setInterval(() => setLeft(deadline - Date.now()), 250);
    return () => clearInterval(timer);
  }, [deadline]);
  return left;
}
