'use client';

import { useState } from 'react';
import { CloseQuestion } from '@/components/forms/close-question';
import { SecretFrame } from '@/components/forms/secret-frame';
import { useSecretGuard } from '@/components/forms/use-secret-guard';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import type { RevealedPart } from '@/lib/features/connected-accounts/schema';

type Props = { identifier: string; parts: RevealedPart[]; onDone: () => void };

/** What an account authorizes with, shown once: as `RevealOnce`, for several secrets at a time. */
export function RevealedParts({ identifier, parts, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  useSecretGuard(onDone);
  const facts = parts.filter(({ secret }) => !secret);
  return (
    <Dialog title={`Credentials of ${identifier}`} onClose={() => setAsking(!asking)}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        {parts.length === 0 ? (
          <Notice tone="info" title="There are none.">
            Scalekit holds no credentials of this account: the person has not authorized it, or it was cut
            off.
          </Notice>
        ) : (
          <Notice tone="warning" title="These credentials are shown only now.">
            Keydesk does not keep them. Another look asks for a reason again.
          </Notice>
        )}
        {parts
          .filter(({ secret }) => secret)
          .map(({ label, value }) => (
            <section key={label}>
              <h3 className="mb-1 text-table font-medium">{label}</h3>
              <SecretFrame what={label.toLowerCase()} secret={value} />
            </section>
          ))}
        {facts.length > 0 ? (
          <Facts
            facts={facts.map(({ label, value }) => ({
              term: label,
              value: <span className="wrap-anywhere">{value}</span>,
            }))}
          />
        ) : null}
      </div>
      {asking ? (
        <CloseQuestion
          question="Close the credentials?"
          stayLabel="Go back"
          leaveLabel="Close"
          onStay={() => setAsking(false)}
          onLeave={onDone}
        />
      ) : (
        <footer className="flex justify-end border-t border-line px-5 py-3">
          <Button variant="primary" onClick={onDone}>
            I am done with them
          </Button>
        </footer>
      )}
    </Dialog>
  );
}
