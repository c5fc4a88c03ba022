'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

type Props = {
  question: string;
  stayLabel: string;
  leaveLabel: string;
  onStay: () => void;
  onLeave: () => void;
};

/** Asked once, in place of a dialog's buttons, before something is lost. Staying has the focus. */
export function CloseQuestion({ question, stayLabel, leaveLabel, onStay, onLeave }: Props) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
      <p role="alert" className="mr-auto font-medium">
        {question}
      </p>
      <Button ref={stay} onClick={onStay}>
        {stayLabel}
      </Button>
      <Button variant="danger" onClick={onLeave}>
        {leaveLabel}
      </Button>
    </footer>
  );
}
