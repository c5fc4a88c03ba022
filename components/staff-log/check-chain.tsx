'use client';

import { useEffect, useRef, useState } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ErrorView } from '@/lib/errors';
import type { CheckedSlice } from '@/lib/features/staff-log/schema';
import { describeChainFault } from '@/lib/staff-log-faults';

type Check = { checked: number; seals: number | null; slice: CheckedSlice | null; error: ErrorView | null };

/** Checks the hash chain of the staff log from its beginning, a slice at a time, and says what it found. */
export function CheckChain({ environment }: { environment: string }) {
  const [check, setCheck] = useState<Check | null>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const start = async () => {
    const { signal } = leaving.current;
    setCheck({ checked: 0, seals: null, slice: null, error: null });
    let [after, checked] = ['', 0];
    let seals: number | null = null;
    while (!signal.aborted) {
      const input = { after };
      const result = await fetchQuery<CheckedSlice>('staffLog.checkChain', environment, input, signal).catch(
        () => null,
      );
      if (!result) return;
      if (!result.ok) return setCheck({ checked, seals, slice: null, error: result.error });
      checked += result.data.checked;
      seals ??= result.data.seals;
      setCheck({ checked, seals, slice: result.data, error: null });
      if (result.data.done) return;
      after = result.data.last ?? '';
    }
  };

  const running = check !== null && !check.error && !check.slice?.done;
  return (
    <section aria-label="Hash chain" className="mb-5 max-w-3xl">
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => (running ? undefined : void start())} pending={running}>
          Verify the log
        </Button>
        <p className="min-w-0 flex-1 text-table text-quiet">
          Each entry is sealed with the one before it. Verifying finds entries that were changed, removed or
          inserted behind Keydesk.
        </p>
      </div>
      {running ? (
        <div className="mt-3">
          <ProgressBar label="Seals verified" value={check.checked} max={check.seals ?? 0} />
          <p className="mt-1 text-table text-quiet tabular-nums">
            {check.checked} of {check.seals ?? '…'} seals
          </p>
        </div>
      ) : null}
      <Verdict check={check} />
    </section>
  );
}

function Verdict({ check }: { check: Check | null }) {
  if (check?.error) {
    return (
      <div className="mt-3">
        <Notice live tone="danger" title="The log could not be verified.">
          {check.error.message}
        </Notice>
      </div>
    );
  }
  if (!check?.slice?.done) return null;
  const { fault, head } = check.slice;
  return (
    <div className="mt-3">
      <Notice
        live
        tone={fault ? 'danger' : 'success'}
        title={fault ? 'The staff log is not as Keydesk wrote it.' : 'Every entry is as it was written.'}
      >
        {fault ? (
          <p>{describeChainFault(fault)} Keep the database as it is and find out who had access to it.</p>
        ) : (
          <p>
            {check.checked} seals were verified. Keep the chain’s head somewhere else: with it, entries that
            are cut from the end later are noticed too.
          </p>
        )}
        {head && !fault ? (
          <p className="mt-2 flex items-center gap-2">
            <code className="min-w-0 truncate font-mono text-table">{head}</code>
            <CopyButton text={head} what="the head of the chain" />
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
