'use client';

import { Button } from '@/components/ui/button';
import type { SubmissionState } from './submission';

type Props = {
  /** A verb and its object: "Create API key". */
  label: string;
  state: SubmissionState;
  danger?: boolean;
};

/** Sends the form. Keeps its width while it works; closed while the outcome of the last attempt is unknown. */
export function SubmitButton({ label, state, danger = false }: Props) {
  return (
    <Button
      type="submit"
      variant={danger ? 'danger' : 'primary'}
      pending={state === 'sending'}
      unavailable={state === 'unknown'}
    >
      {label}
    </Button>
  );
}
