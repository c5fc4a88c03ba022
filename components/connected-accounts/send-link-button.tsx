'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Status } from '@/components/ui/status';
import type { ErrorView } from '@/lib/errors';
import { sendNewLink } from '@/lib/features/connected-accounts/actions';
import type { SentLink } from '@/lib/features/connected-accounts/schema';
import { LiveLink } from './live-link';

type Props = { environment: string; accountId: string; organizationId: string; identifier: string };

/** One press: a new link is made and mailed to the person, or shown here where nobody could be mailed. */
export function SendLinkButton({ environment, accountId, organizationId, identifier }: Props) {
  const [sent, setSent] = useState<SentLink | null>(null);
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const { state, run, reopen } = useAction({ environment, action: sendNewLink });
  const press = async () => {
    const result = await run({ accountId, organizationId });
    if (!result) return;
    if (!result.ok) return setFailure(result.error);
    setSent(result.data);
    if (result.data.mailedTo) announce(`A new link was mailed to ${result.data.mailedTo}.`);
  };
  const again = () => {
    setFailure(null);
    reopen();
  };
  if (sent?.mailedTo) return <Status tone="success">Link mailed</Status>;
  return (
    <>
      <Button
        size="small"
        pending={state === 'sending'}
        aria-label={`Send a new link to ${identifier}`}
        onClick={() => (failure?.unknown ? undefined : void press())}
      >
        Send a new link
      </Button>
      {sent?.mailedTo === null ? (
        <LiveLink link={sent.shown} note={sent.problem} onDone={() => setSent(null)} />
      ) : null}
      {failure ? (
        <Dialog title="The link was not sent" onClose={again}>
          <div className="px-5 pt-4 pb-5">
            <FailureNotice error={failure} onChecked={again} />
          </div>
          <footer className="flex justify-end border-t border-line px-5 py-3">
            <Button onClick={again}>Close</Button>
          </footer>
        </Dialog>
      ) : null}
    </>
  );
}
