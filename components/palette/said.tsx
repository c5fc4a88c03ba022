import { Notice } from '@/components/ui/notice';
import type { ErrorView } from '@/lib/errors';
import { mayBeExternalId, type Paste, readPaste } from '@/lib/paste';
import type { Answers } from './use-answers';

type Props = {
  text: string;
  answers: Answers;
  count: number;
  /** Why the pages and marks could not be read. */
  home: ErrorView | null;
  /** Whether Scalekit was asked, or is. */
  waits: boolean;
  /** The person has said that it is an external id. */
  as: 'words' | undefined;
};

/** What happens and what became of it, in words that a screen reader hears too; failures below them. */
export function Said({ text, as, answers, count, home, waits }: Props) {
  const failures = [...(home ? [{ environment: '', error: home }] : []), ...answers.failures];
  return (
    <>
      <p role="status" className="mt-1.5 min-h-5 text-table text-quiet">
        {wordsFor(readPaste(text, as), text, answers, count, waits)}
      </p>
      {failures.map(({ environment, error }) => (
        <div key={`${environment} ${error.message}`} className="mt-2">
          <Notice
            tone="danger"
            title={environment ? `${environment} could not be searched.` : 'Pages and marks are missing.'}
            requestId={error.requestId}
          >
            {error.message}
          </Notice>
        </div>
      ))}
    </>
  );
}

function wordsFor(paste: Paste, text: string, answers: Answers, count: number, waits: boolean): string {
  const { asking, asked, reason, isSettled, failures } = answers;
  if (text.trim() === '') return 'Arrow keys choose, Enter opens. Paste anything that a ticket holds.';
  if (asking.length > 0) return `Asking Scalekit in ${asking.join(' and ')}…`;
  if (!isSettled) return 'Looking…';
  if (count > 0) return count === 1 ? '1 result' : `${count} results`;
  const { form } = paste;
  if (!waits)
    return form === 'secret'
      ? 'Press Enter: Scalekit is asked whose key it is.'
      : 'Nothing in the index. Enter asks Scalekit.';
  // What could not be asked is said below.
  if (failures.length > 0) return 'Nothing found where there was an answer.';
  if (form === 'secret') return noKey(mayBeExternalId(paste));
  return asked === null
    ? `Nothing found. ${reason ?? 'Scalekit was not asked.'}`
    : `Nothing found. Scalekit was asked for ${asked}.`;
}

const noKey = (mayBeId: boolean) =>
  `It is not the value of an active key in any environment.${mayBeId ? ' An id of the customer’s own may look the same.' : ''}`;
