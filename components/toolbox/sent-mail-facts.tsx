'use client';

import { useEffect, useState } from 'react';
import { Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { proofTypes, type SentMail } from '@/lib/features/passwordless/schema';
import { formatCountdown } from '@/lib/format';

/** What is known of a mail, and how long what it holds lives yet. */
export function SentMailFacts({ mail }: { mail: SentMail }) {
  const { authRequestId, livesMs, type } = mail;
  const left = useTimeLeft(livesMs);
  return (
    <Facts
      facts={[
        {
          term: 'Lives',
          value:
            left > 0 ? (
              <span role="timer">
                <span className="font-semibold tabular-nums">{formatCountdown(left)}</span> more
              </span>
            ) : (
              'It has expired. Send it again for a new one.'
            ),
        },
        { term: 'Holds', value: type ? proofTypes[type] : 'something this console does not know' },
        { term: 'Auth request', value: <MonoId id={authRequestId} what="auth request id" /> },
      ]}
    />
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
