import { pathWords, valueWords } from '@/components/snapshots/words';
import type { Cell, EvidencePack, EvidencePart } from '@/lib/features/evidence-pack/schema';
import { formatExactTime } from '@/lib/format';

const isUnset = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A cell as lines of text: one for each setting that is set. Times are exact and in UTC. */
export function cellLines(cell: Cell): string[] {
  if (typeof cell === 'string')
    return [valueWords(cell || null)].filter((text) => cell !== '' && text !== '');
  return Object.entries(cell)
    .filter(([, value]) => !isUnset(value))
    .map(([path, value]) => `${pathWords(path)}: ${valueWords(value)}`);
}

/** What stands below a part's title: whether all of it is known, as of when, and where it comes from. */
export function partSentence({ note, asOf, rows }: EvidencePart): string {
  if (asOf) return `${rows.length === 0 ? 'None, as' : 'As'} of ${formatExactTime(asOf)}. ${note}`;
  return `${rows.length === 0 ? 'Not known.' : 'Incomplete.'} ${note}`;
}

/** The end of the hash chain as `npm run audit:verify -- --head` takes it; null without a chain. */
export function headText({ environment, head }: EvidencePack): string | null {
  return head && `${environment}:${head.seal}:${head.mac}`;
}

export const proofNote =
  'Keep this head of the staff log’s hash chain. Given back to us later, a check of the chain against it shows whether an act up to this seal was changed, removed or slipped in since.';
