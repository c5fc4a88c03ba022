import type { SubmissionState } from '@/components/forms/submission';
import { Button } from '@/components/ui/button';

/** Sends the form that reads metadata. Quieter than saving, which is what the page is for. */
export function ReadButton({ label, state }: { label: string; state: SubmissionState }) {
  return (
    <Button type="submit" className="mt-3" pending={state === 'sending'} unavailable={state === 'unknown'}>
      {label}
    </Button>
  );
}
