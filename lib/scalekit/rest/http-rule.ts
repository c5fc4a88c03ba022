import { type DescMethod, getOption } from '@bufbuild/protobuf';
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { optionsPb } from '../services';

export type Verb = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';

/** One REST route of an operation. `body`: `*` for the whole message, a field's proto name, or empty for none. */
export type HttpRule = { verb: Verb; path: string; body: string };

// google.api.http. The SDK ships a stub of its proto, so the option stays undecoded among the unknown fields.
const httpOption = 72295728;
const verbs: Record<number, Verb> = { 2: 'GET', 3: 'PUT', 4: 'POST', 5: 'DELETE', 6: 'PATCH' };
const bodyField = 7;
const additionalBindingsField = 11;

/** The REST routes of an operation, the preferred one first; empty when it is gRPC only. */
export function httpRules(method: DescMethod): HttpRule[] {
  const option = method.proto.options?.$unknown?.find((field) => field.no === httpOption);
  if (!option) return [];
  const reader = new BinaryReader(option.data);
  const length = reader.uint32();
  return readRule(reader, reader.pos + length);
}

function readRule(reader: BinaryReader, end: number): HttpRule[] {
  const rule: HttpRule = { verb: 'GET', path: '', body: '' };
  const additional: HttpRule[] = [];
  while (reader.pos < end) {
    const [field, wireType] = reader.tag();
    const verb = verbs[field];
    if (verb) Object.assign(rule, { verb, path: reader.string() });
    else if (field === bodyField) rule.body = reader.string();
    else if (field === additionalBindingsField) {
      const length = reader.uint32();
      additional.push(...readRule(reader, reader.pos + length));
    } else reader.skip(wireType ?? WireType.Varint);
  }
  return [rule, ...additional];
}

const clientCredential = 4;

/** True when a client-credentials token may call the operation: the console calls no other. */
export function isClientCallable(method: DescMethod): boolean {
  const { authenticationType } = getOption(method, optionsPb.auth_option);
  return (authenticationType & clientCredential) !== 0;
}

const otherCallers: [bit: number, words: string][] = [
  [1, 'no credential at all'],
  [8, 'a signed-in user'],
  [16, 'an end user’s session'],
  [32, 'a session of the customer portal'],
  [64, 'Scalekit’s own dashboard'],
  [128, 'a session of the actions portal'],
];

/** Who else may call an operation, in words; empty when the contract opens it to nobody. */
export function callersOf(method: DescMethod): string[] {
  const { authenticationType } = getOption(method, optionsPb.auth_option);
  return otherCallers.flatMap(([bit, words]) => ((authenticationType & bit) !== 0 ? [words] : []));
}
