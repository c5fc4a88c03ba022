'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { CloseQuestion } from './close-question';

type Props = {
  title: string;
  /** What it is: "API key". */
  what: string;
  /** Lives in the caller's state only; `onDone` must drop it. */
  secret: string;
  /** Where it goes, how to use it. */
  children?: ReactNode;
  /** Where it is not kept, for readers who do not know Keydesk. */
  note?: string;
  onDone: () => void;
};

/**
 * A secret that is shown exactly once. Closing without "I have stored it" asks once; leaving the page warns,
 * and takes the secret out of the page, so that the browser's back button finds nothing.
 */
export function RevealOnce({ title, what, secret, children, note, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', onDone);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', onDone);
    };
  }, [onDone]);
  return (
    <Dialog title={title} onClose={() => setAsking(!asking)}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <Notice tone="warning" title={`This ${what} is shown only now.`}>
          {note ?? 'Keydesk does not keep it and cannot show it again.'}
        </Notice>
        <div className="rounded border-2 border-accent bg-sunken p-3">
          <code data-secret="" translate="no" className="block font-mono text-table break-all select-all">
            {secret}
          </code>
          <CopyButton labelled text={secret} what={what} className="mt-3" />
        </div>
        {children}
      </div>
      {asking ? (
        <CloseQuestion
          question={`Close without storing the ${what}?`}
          stayLabel="Go back"
          leaveLabel="Close"
          onStay={() => setAsking(false)}
          onLeave={onDone}
        />
      ) : (
        <footer className="flex justify-end border-t border-line px-5 py-3">
          <Button variant="primary" onClick={onDone}>
            I have stored it
          </Button>
        </footer>
      )}
    </Dialog>
  );
}
