'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { CloseQuestion } from './close-question';
import { useSecretGuard } from './use-secret-guard';

type Props = {
  title: string;
  /** What it is, in a question: "the API key". */
  what: string;
  /** What the button says that closes it: "I have stored it". */
  doneLabel?: string;
  warning: string;
  note: string;
  width?: 'normal' | 'wide';
  children: ReactNode;
  onDone: () => void;
};

/** The dialog around what is shown exactly once. Closing it in another way than by its button asks once. */
export function RevealDialog({ title, what, doneLabel = 'I have stored it', ...props }: Props) {
  const { warning, note, width, children, onDone } = props;
  const [asking, setAsking] = useState(false);
  useSecretGuard(onDone);
  return (
    <Dialog title={title} width={width} onClose={() => setAsking(!asking)}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <Notice tone="warning" title={warning}>
          {note}
        </Notice>
        {children}
      </div>
      {asking ? (
        <CloseQuestion
          question={`Close without storing ${what}?`}
          stayLabel="Go back"
          leaveLabel="Close"
          onStay={() => setAsking(false)}
          onLeave={onDone}
        />
      ) : (
        <footer className="flex justify-end border-t border-line px-5 py-3">
          <Button variant="primary" onClick={onDone}>
            {doneLabel}
          </Button>
        </footer>
      )}
    </Dialog>
  );
}
