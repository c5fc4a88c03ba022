'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import { sendTestMail } from '@/lib/features/system/actions';

type Props = { environment: string; from: string | null; to: string };

/** Whether mail goes out, and a way to see it arrive. */
export function MailSection({ environment, from, to }: Props) {
  const [result, setResult] = useState<Result<{ to: string }> | null>(null);
  const { state, run, reopen } = useAction({ environment, action: sendTestMail });
  const send = async () => {
    const answer = await run({});
    if (answer) setResult(answer);
  };
  const again = () => {
    setResult(null);
    reopen();
  };
  return (
    <Section title="Mail">
      {from ? (
        <div className="flex flex-col items-start gap-3">
          <p>
            Sent as <span className="wrap-anywhere">{from}</span>.
          </p>
          <Button pending={state === 'sending'} unavailable={state === 'unknown'} onClick={send}>
            Send me a test mail
          </Button>
          {result && !result.ok ? <FailureNotice error={result.error} onChecked={again} /> : null}
          {result?.ok ? (
            <Notice live tone="success" title="The mail server took it">
              It goes to {result.data.to}.
            </Notice>
          ) : null}
        </div>
      ) : (
        <Notice tone="warning" title="This console has no mail server">
          Portal links ask for no mailed code, and {to} cannot get a test mail. SMTP_URL and MAIL_FROM set
          one.
        </Notice>
      )}
    </Section>
  );
}
