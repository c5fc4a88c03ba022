import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ErrorView } from '@/lib/errors';
import { describeFailure } from './form-errors';

type Props = {
  error: ErrorView;
  /** Frees a form that waits because nobody knows what its last attempt did. */
  onChecked?: () => void;
};

/** What went wrong with a write, where it belongs to no field. */
export function FailureNotice({ error, onChecked }: Props) {
  const failure = describeFailure(error);
  if (!failure) return null;
  return (
    <Notice live tone={failure.tone} title={failure.title} requestId={error.requestId}>
      {failure.detail ? <p>{failure.detail}</p> : null}
      {error.unknown && onChecked ? (
        <Button size="small" className="mt-2" onClick={onChecked}>
          I checked: it did not happen
        </Button>
      ) : null}
    </Notice>
  );
}
