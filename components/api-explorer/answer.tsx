'use client';

import { lazy, Suspense, useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { TextBlock } from '@/components/tools/json-block';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { Status } from '@/components/ui/status';
import type { ErrorView } from '@/lib/errors';
import { revealSecret } from '@/lib/features/api-explorer/actions';
import type { RevealedSecret, SealedSecret, SendResult } from '@/lib/features/api-explorer/schema';

const RevealOnce = lazy(() =>
  import('@/components/forms/reveal-once').then((it) => ({ default: it.RevealOnce })),
);

type Props = { environment: string; answer: SendResult; mayReveal: boolean };

/** What Scalekit answered: status, time, id, headers and the JSON with its secrets masked. */
export function Answer({ environment, answer, mayReveal }: Props) {
  const { status, took, requestId, headers, text, truncated, secrets } = answer;
  return (
    <div className="flex max-w-5xl flex-col gap-3">
      <Facts
        facts={[
          { term: 'Status', value: <Status tone="success">{String(status)}</Status> },
          { term: 'Took', value: `${took} ms` },
          { term: 'Request', value: requestId ? <MonoId id={requestId} what="request id" /> : 'not told' },
        ]}
      />
      {secrets.length > 0 ? <Secrets {...{ environment, secrets, mayReveal }} /> : null}
      <TextBlock text={text} what="answer" />
      {truncated ? (
        <p className="text-table text-quiet">Only the first 200,000 characters are shown.</p>
      ) : null}
      <details className="text-table">
        <summary className="w-fit rounded-sm text-quiet hover:text-text">Headers</summary>
        <dl className="mt-2 grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 gap-y-1 font-mono text-xs">
          {headers.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-quiet">{name}</dt>
              <dd className="min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

type SecretsProps = Omit<Props, 'answer'> & { secrets: SealedSecret[] };

function Secrets({ environment, secrets, mayReveal }: SecretsProps) {
  const [shown, setShown] = useState<RevealedSecret | null>(null);
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const { run, state, reopen } = useAction({ environment, action: revealSecret });
  const reveal = async (sealed: string) => {
    setFailure(null);
    const result = await run({ sealed });
    if (result?.ok) setShown(result.data);
    else if (result) setFailure(result.error);
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="measure text-table text-quiet">
        {mayReveal
          ? 'Secrets are masked. For ten minutes each can be shown to you, which the staff log notes.'
          : 'Secrets are masked; your role does not show them.'}
      </p>
      {failure ? <FailureNotice error={failure} onChecked={reopen} /> : null}
      {mayReveal ? (
        <div className="flex flex-wrap gap-2">
          {secrets.map(({ path, sealed }) => (
            <Button
              key={path}
              size="small"
              unavailable={state !== 'editing'}
              onClick={() => void reveal(sealed)}
            >
              {`Show ${path}`}
            </Button>
          ))}
        </div>
      ) : null}
      {shown ? (
        <Suspense fallback={null}>
          <RevealOnce title={shown.path} what="secret" secret={shown.value} onDone={() => setShown(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}
