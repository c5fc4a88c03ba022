'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { postQuery } from '@/components/live/pasted-query';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Textarea } from '@/components/ui/input';
import type { ErrorView } from '@/lib/errors';
import type { DoctorAnswer } from '@/lib/features/doctor/schema';
import { type About, AboutCustomer } from './about-customer';
import { Answer } from './answer';

type Props = {
  environment: string;
  /** An address that a helpdesk sent along: it is read at once. */
  initialEmail: string;
  /** The customer that somebody came from. */
  about?: About;
  mayWatch: boolean;
};

/** Paste, read; Enter for what is typed. What is pasted stands in this field and in one request's body, nowhere else. */
export function Doctor({ environment, initialEmail, about, mayWatch }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [answer, setAnswer] = useState<DoctorAnswer | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const [pending, setPending] = useState(false);

  const read = async (text: string) => {
    setPending(true);
    const result = await postQuery<DoctorAnswer>('doctor.diagnose', { environment, input: { text } });
    setPending(false);
    setAnswer(result.ok ? result.data : null);
    setError(result.ok ? null : result.error);
    announce(result.ok ? result.data.diagnosis.title : result.error.message);
    if (!result.ok && result.error.code === 'invalid') field.current?.focus();
  };
  const choose = (email: string) => {
    if (field.current) field.current.value = email;
    if (!pending) void read(email);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) void read(field.current?.value ?? '');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the address brought
  useEffect(() => {
    if (initialEmail) void read(initialEmail);
  }, []);
  const problem = error?.code === 'invalid' ? (error.fieldErrors?.text ?? error.message) : null;
  return (
    <>
      {about ? <AboutCustomer environment={environment} about={about} onChoose={choose} /> : null}
      <form onSubmit={submit} noValidate className="max-w-3xl">
        <label htmlFor={id} className="font-medium">
          E-mail address, auth request id, address of the callback, or error code
        </label>
        <Textarea
          ref={field}
          id={id}
          rows={3}
          autoFocus
          defaultValue={initialEmail}
          maxLength={20_000}
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
          The address that the browser landed on says most; with the person’s e-mail beside it, everything. It
          is looked at and forgotten: not stored, not logged, in no address.
        </p>
        {problem ? (
          <p id={`${id}-error`} className="mt-1 text-table text-danger-text">
            {problem}
          </p>
        ) : null}
        <Button type="submit" variant="primary" pending={pending} className="mt-3">
          Find out why
        </Button>
      </form>
      <div className="mt-8 max-w-4xl">
        {error && !problem ? <ErrorPanel title="This could not be looked up." error={error} /> : null}
        {answer ? (
          <Answer key={answer.now} environment={environment} answer={answer} mayWatch={mayWatch} />
        ) : null}
      </div>
    </>
  );
}
