import type { SubmissionState } from '@/components/forms/submission';
import { SubmitButton } from '@/components/forms/submit-button';
import { LinkButton } from '@/components/ui/link-button';

type Props = { state: SubmissionState; back: string };

/** Below a long form: save it, or go back to the connection. */
export function SetupFooter({ state, back }: Props) {
  return (
    <footer className="mt-6 flex max-w-160 gap-2 border-t border-line pt-4">
      <SubmitButton label="Save settings" state={state} />
      <LinkButton href={back}>Back to the connection</LinkButton>
    </footer>
  );
}
