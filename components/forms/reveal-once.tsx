'use client';

import type { ReactNode } from 'react';
import { RevealDialog } from './reveal-dialog';
import { SecretFrame } from './secret-frame';

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
export function RevealOnce({ title, what, secret, beside, children, note, onDone }: RevealOnceProps) {
  return (
    <RevealDialog
      title={title}
      what={`the ${what}`}
      warning={`This ${what} is shown only now.`}
      note={note ?? 'Keydesk does not keep it and cannot show it again.'}
      onDone={onDone}
    >
      <SecretFrame what={what} secret={secret} beside={beside} />
      {children}
    </RevealDialog>
  );
}
