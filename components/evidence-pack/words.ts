import { pathWords, valueWords } from '@/components/snapshots/words';
import type { Cell, EvidencePack, EvidencePart, Settings } from '@/lib/features/evidence-pack/schema';
import { formatExactTime } from '@/lib/format';

const isUnset = (value: unknown) =>
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.endsWith('_UNSPECIFIED')) ||
  (Array.isArray(value) && value.length === 0);

/** What somebody chose or has to compare letter by letter; other constants in capitals become words. */
const verbatim = new Set([
  ...['name', 'displayName', 'description', 'key', 'lastFour', 'user', 'connector', 'clientId', 'entityId'],
]);

function valueText(field: string, value: Settings[string]): string {
  if (typeof value === 'string' && verbatim.has(field)) return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return valueWords(value);
  return Object.entries(value)
    .filter(([, one]) => !isUnset(one))
    .map(([inner, one]) => `${pathWords(inner)}: ${valueText(inner, one)}`)
    .join('; ');
}

/** A cell as lines of text: one for each setting that is set. Times are exact and in UTC. */
export function cellLines(cell: Cell): string[] {
  if (typeof cell === 'string') return cell === '' ? [] : [isTime(cell) ? formatExactTime(cell) : cell];
  return Object.entries(cell)
    .filter(([, value]) => !isUnset(value))
    .map(([path, value]) => `${pathWords(path)}: ${valueText(path, value)}`);
}

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

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
