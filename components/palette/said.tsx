import { Notice } from '@/components/ui/notice';
import type { ErrorView } from '@/lib/errors';
import { readPaste } from '@/lib/paste';
import type { Answers } from './use-answers';

type Props = {
  text: string;
  answers: Answers;
  count: number;
  /** Why the pages and marks could not be read. */
  home: ErrorView | null;
  /** Whether Scalekit was asked, or is. */
  waits: boolean;
};

/** What happens and what became of it, in words that a screen reader hears too; failures below them. */
export function Said({ text, answers, count, home, waits }: Props) {
  const failures = [...(home ? [{ environment: '', error: home }] : []), ...answers.failures];
  return (
    <>
      <p role="status" className="mt-1.5 min-h-5 text-table text-quiet">
        {wordsFor(text, answers, count, waits)}
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

function wordsFor(text: string, answers: Answers, count: number, waits: boolean): string {
  const { asking, asked, isSettled } = answers;
  if (text.trim() === '') return 'Arrow keys choose, Enter opens. Paste anything that a ticket holds.';
  if (asking.length > 0) return `Asking Scalekit in ${asking.join(' and ')}…`;
  if (!isSettled) return 'Looking…';
  if (count > 0) return count === 1 ? '1 result' : `${count} results`;
  const { form } = readPaste(text);
  if (!waits)
    return form === 'secret'
      ? 'Press Enter: Scalekit is asked whose key it is.'
      : 'Nothing in the index. Enter asks Scalekit.';
  if (form === 'secret') return 'No active key of any environment is this.';
  if (asked === null)
    return 'Nothing found. Scalekit itself cannot be asked for such an id: the index has to know it.';
  return `Nothing found. Scalekit was asked for ${asked}.`;
}
