'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { CloseQuestion } from './close-question';
import { SecretFrame } from './secret-frame';
import { useSecretGuard } from './use-secret-guard';

export type RevealOnceProps = {
  title: string;
  /** What it is: "API key". */
  what: string;
  /** Lives in the caller's state only; `onDone` must drop it. */
  secret: string;
  /** Another act on it, beside copying. */
  beside?: ReactNode;
  /** Where it goes, how to use it. */
  children?: ReactNode;
  /** Where it is not kept, for readers who do not know Keydesk. */
  note?: string;
  onDone: () => void;
};

/** A secret that is shown exactly once. Closing without "I have stored it" asks once. */
export function RevealOnce(props: RevealOnceProps) {
  const { title, what, secret, beside, children, note, onDone } = props;
  const [asking, setAsking] = useState(false);
  useSecretGuard(onDone);
  return (
    <Dialog title={title} onClose={() => setAsking(!asking)}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <Notice tone="warning" title={`This ${what} is shown only now.`}>
          {note ?? 'Keydesk does not keep it and cannot show it again.'}
        </Notice>
        <SecretFrame what={what} secret={secret} beside={beside} />
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
