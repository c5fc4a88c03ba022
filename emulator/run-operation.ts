import type { JsonValue } from '@bufbuild/protobuf';
import type { Clock } from './clock';
import { httpStatus, permissionDenied, toConnectError, unauthenticated, unimplemented } from './errors';
import { applyFault, type Faults, WireFault } from './faults';
import type { Journal, JournalEntry } from './journal';
import { maskSecrets } from './mask-secrets';
import type { RateLimit } from './rate-limit';

/** One call of an operation, as a face of the server hands it in. */
export type Call = {
  transport: 'rest' | 'grpc';
  verb: string;
  path: string;
  traceId: string;
  authorization: string | null;
  agent?: string;
};

/** What every operation has, whether a descriptor tells of it or a schema of ours. */
export type Operation<I, O> = {
  /** `organizations.getOrganization` */
  name: string;
  isClientCallable: boolean;
  /** The request as the journal keeps it; secrets are masked afterwards. */
  toJson: (input: I) => JsonValue;
  /** @throws ConnectError invalid argument */
  check: (input: I) => void;
  /** Undefined for one that the emulator lacks. */
  run: ((input: I) => O | Promise<O>) | undefined;
};

/** Runs an operation. `readInput` may throw a ConnectError. @throws ConnectError or WireFault, nothing else */
export type RunOperation = <I, O>(operation: Operation<I, O>, readInput: () => I, call: Call) => Promise<O>;

type VerifyAccessToken = (token: string) => Promise<{ clientId: string } | null>;

export type RunnerParts = {
  clock: Clock;
  faults: Faults;
  journal: Journal;
  rateLimit: RateLimit;
  verifyAccessToken: VerifyAccessToken;
};

/** What every operation goes through: journal, rate limit, faults, credential, validation, the operation itself. */
export function createRunner(parts: RunnerParts): RunOperation {
  const { clock, faults, journal, rateLimit, verifyAccessToken } = parts;

  async function run<I, O>(
    operation: Operation<I, O>,
    input: Attempt<I>,
    call: Call,
    entry: JournalEntry,
  ): Promise<O> {
    rateLimit.take();
    const fault = faults.take(operation.name);
    await applyFault(fault, 'before');
    entry.clientId = await authenticate(call.authorization, verifyAccessToken);
    if (!operation.isClientCallable) {
      throw permissionDenied(`${operation.name} may not be called with a client token`);
    }
    if ('failure' in input) throw input.failure;
    operation.check(input.value);
    if (!operation.run) throw unimplemented(`${operation.name} is not implemented by the emulator`);
    const output = await operation.run(input.value);
    await applyFault(fault, 'after');
    return output;
  }

  return async (operation, readInput, call) => {
    const input = attempt(readInput);
    const { transport, verb, path, traceId, agent = '' } = call;
    const now = clock.now();
    const entry = journal.add({
      // Few requests are ever looked at, so what is costly to write is written when somebody looks.
      get at() {
        return new Date(now).toISOString();
      },
      operation: operation.name,
      transport,
      verb,
      path,
      traceId,
      status: null,
      get request() {
        return 'failure' in input ? null : maskSecrets(operation.toJson(input.value));
      },
      clientId: null,
      agent,
    });
    try {
      const output = await run(operation, input, call, entry);
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

type Attempt<I> = { value: I } | { failure: unknown };

function attempt<I>(readInput: () => I): Attempt<I> {
  try {
    return { value: readInput() };
  } catch (failure) {
    return { failure };
  }
}

async function authenticate(authorization: string | null, verify: VerifyAccessToken): Promise<string> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated('Token empty');
  const caller = await verify(token);
  if (!caller) throw unauthenticated('Token is invalid or has expired');
  return caller.clientId;
}
