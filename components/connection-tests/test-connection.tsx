'use client';

import { type FormEvent, useId, useState } from 'react';
import { LiveQueries } from '@/components/live/live-query';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { findTestId } from '@/lib/features/connection-tests/schema';
import { findSignInError } from '@/lib/sign-in-errors.data';
import { ExplainedError } from './explained-error';
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
          <Start testUri={connection.testUri} />
        </li>
        <li className="flex flex-col gap-3">
          <ReadForm text={text} problem={shown.problem} onChange={setText} onSubmit={submit} />
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

function Start({ testUri }: { testUri: string }) {
  return (
    <>
      <h3 className="font-medium">1. Sign in for a trial</h3>
      <p className="measure mt-1 mb-3 text-quiet">
        The test opens in a new tab, at the customer’s identity provider. Without an account there, send the
        address to the customer’s administrator.
      </p>
      <div className="flex flex-wrap gap-2">
        <a
          href={testUri}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonStyle('primary', 'medium')}
        >
          Open the test in a new tab
        </a>
        <CopyButton labelled text={testUri} what="test address" />
      </div>
    </>
  );
}

type ReadFormProps = {
  text: string;
  problem: string | undefined;
  onChange: (text: string) => void;
  onSubmit: (event: FormEvent) => void;
};

function ReadForm({ text, problem, onChange, onSubmit }: ReadFormProps) {
  const id = useId();
  return (
    <form onSubmit={onSubmit} noValidate>
      <h3 className="font-medium">2. Read the result</h3>
      <label htmlFor={id} className="mt-1 block">
        Test id, address of the test’s tab, or error code
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <Input
          id={id}
          value={text}
          maxLength={4_000}
          autoComplete="off"
          spellCheck={false}
          className="min-w-0 flex-1 font-mono text-xs"
          aria-describedby={`${id}-help${problem ? ` ${id}-error` : ''}`}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button type="submit">Show result</Button>
      </div>
      <p id={`${id}-help`} className="measure mt-1 text-table text-quiet">
        The id begins with test_. It may be pasted while the test runs: the result appears when the sign-in
        ends.
      </p>
      {problem ? (
        <p id={`${id}-error`} role="alert" className="mt-1 text-table text-danger-text">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
