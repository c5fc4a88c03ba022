import type { ChangeActor, ChangedValue, ChangeEntry } from '@/lib/features/snapshots/schema';
import { formatExactTime } from '@/lib/format';
import { fieldWords, partWords } from './words.data';

/** `Sign-on address`, `Signing certificate 3fa4…`. */
export function pathWords(path: string): string {
  const [field = '', ...rest] = path.split('/');
  return [fieldWords[field] ?? field, rest.join('/')].filter(Boolean).join(' ');
}

/** A value as people read it; constants lose their capitals and strokes. */
export function valueWords(value: ChangedValue): string {
  if (value === null || value === '') return 'not set';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, one]) => one !== null && one !== '')
      .map(([field, one]) => `${fieldWords[field] ?? field}: ${valueWords(one)}`)
      .join('; ');
  }
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatExactTime(value);
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) ? value.toLowerCase().replaceAll('_', ' ') : value;
}

/** A person by address; what nobody of ours did was done elsewhere, at Scalekit or by the customer. */
export function actorWords(actor: ChangeActor): string {
  if (actor.kind === 'person') return actor.email || 'Keydesk itself';
  return actor.kind === 'staff' ? 'Somebody of your staff' : 'Outside Keydesk';
}

/** `changed the SSO connection`; of an act of ours the act itself. */
export function deedWords({ kind, verb, part, action }: ChangeEntry): string {
  const noun = partWords[part].replace(/^(?!SSO|API)./, (letter) => letter.toLowerCase());
  if (kind === 'change') return `${verb} the ${noun}`;
  const deed = (action ?? '').split('.')[1]?.replaceAll('_', ' ') ?? '';
  return `${deed} (${noun})`;
}
