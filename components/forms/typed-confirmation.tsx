'use client';

import type { FieldErrors } from '@/lib/errors';
import { isolate } from '@/lib/isolate';
import { TextField } from './text-field';

type Props = { name: string; expected: string; what: string };

/** Type the name of what goes for good. Pair it with `checkTyped` in the form's `check`. */
export function TypedConfirmation({ name, expected, what }: Props) {
  return (
    <TextField
      name={name}
      label={`Type the name of the ${what}`}
      help={
        <>
          Exactly as it stands here:{' '}
          <strong className="font-mono text-xs wrap-anywhere text-text">
            <bdi>{expected}</bdi>
          </strong>
        </>
      }
      spellCheck={false}
    />
  );
}

/** The problem beside the field while the typed name is not the expected one. */
export function checkTyped(name: string, typed: string, expected: string): FieldErrors | null {
  return typed.trim() === expected ? null : { [name]: `This is not ${isolate(expected)}.` };
}
