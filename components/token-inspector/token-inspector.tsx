'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { postQuery } from '@/components/live/pasted-query';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { ErrorView, Result } from '@/lib/errors';
import type { FoundApiKey } from '@/lib/features/api-keys/schema';
import { findPasted, type InspectedToken } from '@/lib/features/token-inspector/schema';
import { FoundKey } from './found-key';
import { takeHandedToken } from './handed-token';
import { InspectedFacts } from './inspected-facts';

type Props = { environment: string; mayRevoke: boolean };
type Shown =
  | { kind: 'token'; token: InspectedToken }
  | { kind: 'key'; key: FoundApiKey }
  | { kind: 'stopped' }
  | { kind: 'error'; error: ErrorView }
  | { kind: 'problem'; sentence: string };

/** Paste, read; Enter for what is typed. What is pasted stands in this field and in one request's body, nowhere else. */
export function TokenInspector({ environment, mayRevoke }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [pending, setPending] = useState(false);

  const inspect = async (wasActive = false) => {
    if (pending) return;
    setPending(true);
    const found = await look(environment, field.current?.value ?? '');
    const stopped = wasActive && found.kind === 'error' && found.error.code === 'not_found';
    const next: Shown = stopped ? { kind: 'stopped' } : found;
    setPending(false);
    setShown(next);
    announce(wordsFor(next));
    if (next.kind === 'problem') field.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens; there is nothing to take later
  useEffect(() => {
    const token = takeHandedToken();
    if (!token || !field.current) return;
    field.current.value = token;
    inspect();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inspect();
  };
  const problem = shown?.kind === 'problem' ? shown.sentence : null;
  return (
    <>
      <form onSubmit={submit} noValidate className="max-w-3xl">
        <label htmlFor={id} className="font-medium">
          API key, access token, ID token, or address of an IdP-initiated sign-in
        </label>
        <Textarea
          ref={field}
          id={id}
          rows={4}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          className="mt-1 max-h-60 overflow-auto font-mono text-xs wrap-anywhere"
          aria-describedby={`${id}-help${problem ? ` ${id}-error` : ''}`}
          aria-invalid={problem ? true : undefined}
          // It is there only after the event.
          onPaste={() => setTimeout(() => field.current?.form?.requestSubmit())}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) submit(event);
          }}
        />
        <p id={`${id}-help`} className="measure mt-1 text-table text-quiet">
          It is looked at and forgotten: not stored, not logged, in no address. It is gone when you leave this
          page.
        </p>
        {problem ? (
          <p id={`${id}-error`} className="mt-1 text-table text-danger-text">
            {problem}
          </p>
        ) : null}
        <Button type="submit" variant="primary" pending={pending} className="mt-3">
          Inspect
        </Button>
      </form>
      <div className="mt-8 max-w-4xl">
        {shown?.kind === 'error' ? (
          <ErrorPanel title="This could not be looked up." error={shown.error} />
        ) : null}
        {shown?.kind === 'stopped' ? (
          <Notice tone="success" title="The key does not work any more">
            Scalekit was just asked again, and knows no active key by it.
          </Notice>
        ) : null}
        {shown?.kind === 'token' ? <InspectedFacts environment={environment} token={shown.token} /> : null}
        {shown?.kind === 'key' ? (
          <FoundKey
            environment={environment}
            found={shown.key}
            mayRevoke={mayRevoke}
            onClosed={() => inspect(true)}
          />
        ) : null}
      </div>
    </>
  );
}

async function look(environment: string, text: string): Promise<Shown> {
  const pasted = findPasted(text);
  if (pasted.kind === 'nothing') return { kind: 'problem', sentence: pasted.sentence };
  if (pasted.kind === 'jwt') {
    const request = { environment, input: { token: pasted.value } };
    const result = await postQuery<InspectedToken>('tokens.inspect', request);
    return result.ok ? { kind: 'token', token: result.data } : failed(result);
  }
  const request = { environment, input: { value: pasted.value } };
  const result = await postQuery<FoundApiKey>('apiKeys.find', request);
  return result.ok ? { kind: 'key', key: result.data } : failed(result);
}

function failed({ error }: Extract<Result<unknown>, { ok: false }>): Shown {
  return { kind: 'error', error };
}

function wordsFor(shown: Shown): string {
  if (shown.kind === 'problem') return shown.sentence;
  if (shown.kind === 'error') return shown.error.message;
  if (shown.kind === 'stopped') return 'The key does not work any more.';
  return shown.kind === 'key' ? 'An active API key.' : 'The token was read.';
}
