import { create, type DescMethodUnary, type Message, toJson } from '@bufbuild/protobuf';
import { isClientCallable } from '@/lib/scalekit/rest/http-rule';
import type { Clock } from './clock';
import { httpStatus, permissionDenied, toConnectError, unauthenticated, unimplemented } from './errors';
import { applyFault, type Faults, WireFault } from './faults';
import type { Journal, JournalEntry } from './journal';
import { maskSecrets } from './mask-secrets';
import { type Operations, operationName } from './service';
import { validateInput } from './validation';

/** One call of an operation, as a face of the server hands it in. */
export type Call = {
  transport: 'rest' | 'grpc';
  verb: string;
  path: string;
  traceId: string;
  authorization: string | null;
};

/** Runs an operation. `readInput` may throw a ConnectError. @throws ConnectError or WireFault, nothing else */
export type Pipeline = (method: DescMethodUnary, readInput: () => Message, call: Call) => Promise<Message>;

type VerifyAccessToken = (token: string) => Promise<{ clientId: string } | null>;

type Parts = {
  clock: Clock;
  faults: Faults;
  journal: Journal;
  operations: Operations;
  verifyAccessToken: VerifyAccessToken;
};

/**
 * What every operation goes through, over either transport: journal, faults, credential, validation, the
 * operation itself.
 */
export function createPipeline({ clock, faults, journal, operations, verifyAccessToken }: Parts): Pipeline {
  async function run(method: DescMethodUnary, input: Message | Error, call: Call, entry: JournalEntry) {
    const fault = faults.take(entry.operation);
    await applyFault(fault, 'before');
    entry.clientId = await authenticate(call.authorization, verifyAccessToken);
    if (!isClientCallable(method)) {
      throw permissionDenied(`${entry.operation} may not be called with a client token`);
    }
    if (input instanceof Error) throw input;
    validateInput(method.input, input);
    const implementation = operations.find(method);
    if (!implementation) throw unimplemented(`${entry.operation} is not implemented by the emulator`);
    const output = create(method.output, implementation(input));
    await applyFault(fault, 'after');
    return output;
  }

  return async (method, readInput, call) => {
    const input = attempt(readInput);
    const { authorization: _, ...facts } = call;
    const entry = journal.add({
      at: new Date(clock.now()).toISOString(),
      operation: operationName(method),
      ...facts,
      status: null,
      request: input instanceof Error ? null : toRequestJson(method, input),
      clientId: null,
    });
    try {
      const output = await run(method, input, call, entry);
      entry.status = 200;
      return output;
    } catch (cause) {
      if (cause instanceof WireFault) throw cause;
      const error = toConnectError(cause);
      entry.status = httpStatus(error.code);
      throw error;
    }
  };
}

function attempt(readInput: () => Message): Message | Error {
  try {
    return readInput();
  } catch (cause) {
    return toConnectError(cause);
  }
}

function toRequestJson(method: DescMethodUnary, input: Message) {
  return maskSecrets(toJson(method.input, input, { useProtoFieldName: true }));
}

async function authenticate(authorization: string | null, verify: VerifyAccessToken): Promise<string> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated('Token empty');
  const caller = await verify(token);
  if (!caller) throw unauthenticated('Token is invalid or has expired');
  return caller.clientId;
}
