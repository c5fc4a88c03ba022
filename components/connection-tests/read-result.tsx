import { type FormEvent, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

type Props = {
  text: string;
  problem: string | undefined;
  onChange: (text: string) => void;
  onSubmit: (event: FormEvent) => void;
};

/** The second step: what the test's page shows, pasted. */
export function ReadResult({ text, problem, onChange, onSubmit }: Props) {
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
          autoFocus
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
