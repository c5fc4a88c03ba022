'use client';

import { useState } from 'react';
import { currentTicket } from '@/components/forms/ticket';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import type { DoctorAnswer } from '@/lib/features/doctor/schema';
import { startWatch } from '@/lib/features/sign-in-watches/actions';
import { watchDays } from '@/lib/features/sign-in-watches/schema';

type Subject = Pick<DoctorAnswer['subject'], 'email' | 'organization'> & {
  connection: { id: string } | null;
};

/** Asks to be told of the next good sign-in: of the address where there is one, else through the connection. */
export function WatchButton({ environment, subject }: { environment: string; subject: Subject }) {
  const { email, organization, connection } = subject;
  const [words, setWords] = useState<{ text: string; failed: boolean } | null>(null);
  const { state, run } = useAction({ environment, action: startWatch });
  const watch = async () => {
    const result = await run({
      email: email ?? '',
      organizationId: organization?.id ?? '',
      connectionId: email ? '' : (connection?.id ?? ''),
      ticket: currentTicket() ?? '',
    });
    if (!result) return;
    setWords(
      result.ok
        ? {
            text: `Watched for ${watchDays} days: the top bar tells you of the next good sign-in.`,
            failed: false,
          }
        : { text: result.error.message, failed: true },
    );
  };
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {words && !words.failed ? null : (
        <Button pending={state === 'sending'} onClick={() => void watch()}>
          Watch until it works
        </Button>
      )}
      <span role="status" className={`text-table ${words?.failed ? 'text-danger-text' : 'text-quiet'}`}>
        {words?.text}
      </span>
    </span>
  );
}
