'use client';

import { useState } from 'react';
import { DnsFinding } from '@/components/domains/dns-finding';
import { TxtRecord } from '@/components/domains/txt-record';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ErrorView } from '@/lib/errors';
import { verifyOwnDomain } from '@/lib/features/domains/customer-actions';
import type { UnprovedDomain } from '@/lib/features/domains/schema';
import { checkOwnDomain } from './check-own-domain';
import { findingOf } from './domain-words';

/** A domain that waits for its record: what to publish, what the DNS says now, and another look. */
export function DomainCard({ domain }: { domain: UnprovedDomain }) {
  const [check, setCheck] = useState(domain.check);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const verification = useAction({ environment: '', action: verifyOwnDomain });
  const [isMissing, setMissing] = useState(false);

  const ask = async () => {
    if (isAsking) return;
    setAsking(true);
    setFailure(null);
    const result = await checkOwnDomain(domain.id);
    setAsking(false);
    if (result.ok) setCheck(result.data);
    else setFailure(result.error);
  };
  const verify = async () => {
    setFailure(null);
    const result = await verification.run({ domainId: domain.id });
    if (result && !result.ok) setFailure(result.error);
    // Found, the page is read again and this card is gone.
    setMissing(result?.ok === true && !result.data.verified);
  };
  return (
    <section aria-label={domain.domain} className="border-b border-line py-4 last:border-b-0">
      <h3 className="text-base wrap-anywhere">{domain.domain}</h3>
      <div className="mt-2">{domain.record ? <TxtRecord record={domain.record} /> : null}</div>
      <div aria-live="polite" className="mt-3 flex flex-col gap-3">
        {failure ? <FailureNotice error={failure} onChecked={verification.reopen} /> : null}
        {check ? (
          <DnsFinding check={check} words={findingOf(check)} />
        ) : (
          <p className="text-quiet">Not looked up yet.</p>
        )}
        {isMissing ? (
          <Notice tone="warning" title="It was not found yet">
            The sign-in service asks other name servers than we do. Try again in a few minutes.
          </Notice>
        ) : null}
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button pending={isAsking} onClick={ask} aria-label={`Check ${domain.domain} again`}>
          Check again
        </Button>
        {check?.outcome === 'published' ? (
          <Button
            variant="primary"
            pending={verification.state === 'sending'}
            onClick={verify}
            aria-label={`Verify ${domain.domain} now`}
          >
            Verify now
          </Button>
        ) : null}
      </div>
    </section>
  );
}
