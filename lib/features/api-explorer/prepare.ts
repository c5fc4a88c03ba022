import 'server-only';
import { AppError } from '@/lib/errors';
import { compileBinding, encodeRequest, type RestRequest } from '@/lib/scalekit/rest/binding';
import { encodeDescribed } from '@/lib/scalekit/rest/described-client';
import { type Operation, operations } from '@/lib/scalekit/rest/operations';
import { bindingsOf } from '@/lib/scalekit/rest/transport';
import { fieldsOf } from '@/lib/wire-request';
import { checkDescribed, checkMessage } from './check-input';

/** @throws AppError not_found for a name that the contract does not have */
export function findOperation(key: string): Operation {
  const operation = operations.get(key);
  if (!operation) throw new AppError('not_found', `The API has no operation ${key}.`);
  return operation;
}

/**
 * The request that such an input makes.
 * @throws AppError forbidden for an operation that a client token may not call, invalid beside the fields
 */
export function prepareCall(key: string, params: Record<string, unknown>): RestRequest {
  const operation = findOperation(key);
  if (!operation.callable) {
    throw new AppError('forbidden', `Scalekit does not open ${key} to a client token, so it cannot be sent.`);
  }
  requirePath(operation, params);
  const { contract } = operation;
  if (contract.kind === 'described') {
    const input = checkDescribed(contract.operation, params);
    return atPath(() => encodeDescribed(compileBinding(contract.operation), input));
  }
  const input = checkMessage(contract.method.input, params);
  return atPath(() => encodeRequest(bindingsOf(contract.method), contract.method.input, input));
}

function requirePath({ routes }: Operation, params: Record<string, unknown>): void {
  const missing = routes.map(({ path }) => fieldsOf(path).filter((field) => (params[field] ?? '') === ''));
  if (missing.some((fields) => fields.length === 0)) return;
  const fields = missing[0] ?? [];
  const fieldErrors = Object.fromEntries(
    fields.map((field) => [`params.${field}`, 'It stands in the path: the call needs it.']),
  );
  throw new AppError('invalid', 'A part of the path is missing: nothing was sent.', { fieldErrors });
}

// `.` and `..` would lead to another operation.
function atPath(encode: () => RestRequest): RestRequest {
  try {
    return encode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const message = 'A part of the path cannot stand in an address.';
    throw new AppError('invalid', message, { cause, fieldErrors: { params: message } });
  }
}

/** What the staff log may hold of an input: the ids in the path, nothing else. */
export function pathIds(key: string, params: Record<string, unknown>): Record<string, string> {
  const fields = operations.get(key)?.routes.flatMap(({ path }) => fieldsOf(path)) ?? [];
  return Object.fromEntries(
    [...new Set(fields)].flatMap((field) => {
      const value = params[field];
      return typeof value === 'string' && value !== '' ? [[field, value.slice(0, 200)]] : [];
    }),
  );
}
