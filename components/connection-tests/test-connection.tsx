'use client';

import { type FormEvent, useState } from 'react';
import { LiveQueries } from '@/components/live/live-query';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { findTestId } from '@/lib/features/connection-tests/schema';
import { findSignInError } from '@/lib/sign-in-errors.data';
import { ExplainedError } from './explained-error';
import { ReadResult } from './read-result';
import { StartTest } from './start-test';
import { TestProgress } from './test-progress';
import type { TestedConnection } from './tested-connection';

type Props = LazyDialogProps & TestedConnection;
type Shown = { testId?: string; code?: string; problem?: string };

/** Starts a trial sign-in in a new tab, and shows what came of it. `?dialog=test:test_1` opens with a result. */
export default function TestConnection({ subject, onClose, ...connection }: Props) {
  const [text, setText] = useState(subject);
  const [shown, setShown] = useState<Shown>(subject ? read(subject) : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const result = read(text);
    setShown(result);
    if (result.testId) announce('Waits for the result of the test.');
  };
  return (
    <Dialog title={`Test the connection to ${connection.name}`} width="wide" onClose={onClose}>
      <ol className="flex list-none flex-col gap-5 px-5 pt-4 pb-5">
        <li>
          <StartTest testUri={connection.testUri} />
        </li>
        <li className="flex flex-col gap-3">
          <ReadResult text={text} problem={shown.problem} onChange={setText} onSubmit={submit} />
          {shown.testId ? (
            <LiveQueries>
              <TestProgress key={shown.testId} {...connection} testId={shown.testId} />
            </LiveQueries>
          ) : null}
          {shown.code ? <ExplainedError code={shown.code} /> : null}
        </li>
      </ol>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

function read(text: string): Shown {
  const testId = findTestId(text);
  if (testId) return { testId };
  const code = findSignInError(text);
  if (code) return { code };
  return { problem: 'Neither a test id (test_…) nor a documented error code is in this.' };
}
