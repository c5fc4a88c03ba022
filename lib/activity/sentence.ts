import { changeTypes, eventTypes, loginTypes } from './event-types.data';
import type { ActivityLine } from './line';

/** A sentence in pieces: words, and names that stand apart from them in writing and direction. */
export type Piece = string | { name: string };

const known = new Map([...eventTypes, ...loginTypes, ...changeTypes].map((entry) => [entry.type, entry]));

/** The label of a type: "Sign-in". One that is not in the table stays as it is. */
export function labelOfType(type: string): string {
  return known.get(type)?.label ?? type;
}

type Told = Pick<
  ActivityLine,
  | 'stream'
  | 'type'
  | 'outcome'
  | 'email'
  | 'userId'
  | 'targetId'
  | 'targetType'
  | 'organizationId'
  | 'actor'
  | 'data'
>;

/** What happened, as people say it: `Jane Doe` ` signed in`. */
export function tellActivity(line: Told): Piece[] {
  if (line.stream === 'staff') return tellStaff(line);
  const says = known.get(line.type)?.says ?? saysOfOther(line);
  const pieces = says.split(/(\{\w+\})/).filter((piece) => piece !== '');
  const told = pieces.map((piece) => {
    const [, slot] = /^\{(\w+)\}$/.exec(piece) ?? [];
    return slot ? { name: nameFor(slot, line) } : piece;
  });
  return line.stream === 'login' ? [...told, endOfLogin(line.outcome)] : told;
}

/** The sentence as plain text, for titles and screen readers. */
export function sentenceText(pieces: Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');
}

function tellStaff({ type, targetId, targetType, actor }: Told): Piece[] {
  const who: Piece = actor ? { name: actor } : 'Keydesk';
  const [noun = type, verb = ''] = type.split('.');
  const object: Piece[] = targetId ? [' (', { name: targetId }, ')'] : [];
  return [who, `: ${verb.replaceAll('_', ' ')} ${(targetType ?? noun).replaceAll('_', ' ')}`, ...object];
}

function saysOfOther({ stream, type }: Told): string {
  if (stream === 'login') return '{person} tried to sign in';
  const [, noun, verb] = /^(.*)\.(changed|added|removed)$/.exec(type) ?? [];
  if (!noun) return `${type}: {object}`;
  const thing = noun.replaceAll('_', ' ');
  return `${thing.charAt(0).toUpperCase()}${thing.slice(1)} {object} was ${verb}`;
}

function endOfLogin(outcome: string | null): string {
  if (outcome === 'ok') return ', and it worked';
  if (outcome === 'failed') return ', and it failed';
  return ', and no end of it is known';
}

function nameFor(slot: string, line: Told): string {
  const { data } = line;
  if (slot === 'person') {
    return (
      text(data, 'name') ??
      text(data, 'user', 'user_profile', 'name') ??
      fullName(data) ??
      line.email ??
      text(data, 'user', 'email') ??
      line.userId ??
      line.targetId ??
      'somebody'
    );
  }
  if (slot === 'organization') {
    return text(data, 'organization', 'display_name') ?? line.organizationId ?? 'an organization';
  }
  if (slot === 'object') {
    return (
      text(data, 'display_name') ??
      text(data, 'name') ??
      text(data, 'domain') ??
      text(data, 'provider') ??
      text(data, 'identifier') ??
      line.targetId ??
      'of unknown name'
    );
  }
  return text(data, slot) ?? 'unknown';
}

function fullName(data: Record<string, unknown>): string | undefined {
  const parts = [text(data, 'given_name'), text(data, 'family_name')].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function text(data: unknown, ...path: string[]): string | undefined {
  let value = data;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
