'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { MagicLink } from '@/lib/features/connected-accounts/schema';
import { formatCountdown } from '@/lib/format';

type Props = {
  link: MagicLink;
  /** Why it is shown here and not mailed. */
  note?: string;
  onAnother?: () => void;
  onDone: () => void;
};

/** A link with what is left of its life; once that is over it is taken off the screen. */
export function LiveLink({ link, note, onAnother, onDone }: Props) {
  const left = useTimeLeft(link.livesMs);
  const alive = left > 0;
  return (
    <Dialog title="Link to connect the account" onClose={onDone}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        {note ? <Notice tone="info" title={`Nothing was mailed: ${note}`} /> : null}
        {alive ? (
          <>
            <p role="timer">
              Works for <span className="font-semibold">{formatCountdown(left)}</span> more, once.
            </p>
            <div className="rounded border-2 border-accent bg-sunken p-3">
              <code data-secret="" translate="no" className="block font-mono text-table break-all select-all">
                {link.link}
              </code>
              <CopyButton labelled text={link.link} what="link" className="mt-3" />
            </div>
            <p className="text-quiet">
              Give it to this person alone: whoever opens it connects their own account in this name. Keydesk
              does not keep it.
            </p>
          </>
        ) : (
          <Notice live tone="info" title="The link is over.">
            Unless it was opened in time, the account is as it was.
          </Notice>
        )}
      </div>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        {alive || !onAnother ? null : <Button onClick={onAnother}>Create another</Button>}
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </footer>
    </Dialog>
  );
}

// The server says how long, not until when: the browser's clock may be minutes off.
function useTimeLeft(livesMs: number): number {
  const [deadline] = useState(() => Date.now() + livesMs);
  const [left, setLeft] = useState(livesMs);
  useEffect(() => {
    const timer = setInterval(() => setLeft(deadline - Date.now()), 250);
    return () => clearInterval(timer);
  }, [deadline]);
  return left;
}
