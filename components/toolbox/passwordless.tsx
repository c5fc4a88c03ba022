'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { SentMail } from '@/lib/features/passwordless/schema';
import { ResendMail } from './resend-mail';
import { SendMail } from './send-mail';
import { SentMailFacts } from './sent-mail-facts';
import { VerifyProof } from './verify-proof';

type Props = { environment: string; inProduction: boolean; mayVerify: boolean };

/** The mail that is on its way; `count` tells a resend from the mail before it, whose id may be the same. */
export type Sent = SentMail & { count: number };

/** Send, send again, verify. The id goes along from each to the next. */
export function Passwordless({ environment, inProduction, mayVerify }: Props) {
  const [sent, setSent] = useState<Sent | null>(null);
  const keep = (mail: SentMail, words: string) => {
    setSent((before) => ({ ...mail, count: (before?.count ?? 0) + 1 }));
    announce(words);
  };
  return (
    <div className="grid gap-x-10 gap-y-8 wide:grid-cols-2">
      <div>
        <SendMail environment={environment} onSent={(mail) => keep(mail, 'The mail was sent.')} />
      </div>
      <div>
        {sent ? (
          <Section title="On its way">
            <SentMailFacts key={sent.count} mail={sent} />
          </Section>
        ) : null}
        <ResendMail
          environment={environment}
          sent={sent}
          onSent={(mail) => keep(mail, 'The mail was sent again.')}
        />
        {mayVerify ? (
          <VerifyProof environment={environment} inProduction={inProduction} sent={sent} />
        ) : (
          <Section title="Verify">
            <Notice tone="info" title="In production verifying is for admins">
              The code works once: used here, it is lost to the person it was sent to.
            </Notice>
          </Section>
        )}
      </div>
    </div>
  );
}
