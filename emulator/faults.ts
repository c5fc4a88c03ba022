import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { codeOfStatus, refuse } from './errors';
import { matchesOperation } from './journal';

/** What `POST /__emulator/faults` takes. */
export const faultSchema = z.strictObject({
  /** `*` (every API operation), `organizations`, `organizations.getOrganization`, `getOrganization`, `oauth/token`. */
  operation: z.string().default('*'),
  /** How many calls it spoils; all of them when absent. */
  times: z.int().positive().optional(),
  /** Waits before anything else. */
  latencyMs: z.int().min(0).max(600_000).default(0),
  /** `error`: an error body. The others break the REST answer itself; over gRPC they cut the connection. */
  answer: z.enum(['error', 'reset', 'not-json', 'other-shape', 'truncated']).optional(),
  /** HTTP status of an `error` or `not-json`; alone it means `error`. */
  status: z.int().min(200).max(599).optional(),
  errorCode: z.string().optional(),
  message: z.string().optional(),
  fieldViolations: z
    .array(z.strictObject({ field: z.string(), description: z.string(), constraint: z.string() }))
    .default([]),
  /** Sent as `Retry-After`. The real service promises none. */
  retryAfterSeconds: z.int().min(0).optional(),
  /** `after`: the operation runs first, then its answer is spoilt, as when a connection dies on the way back. */
  when: z.enum(['before', 'after']).default('before'),
});

export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;
export type BrokenAnswer = Exclude<Fault['answer'], 'error' | undefined>;

/** Thrown to break the answer on the wire instead of giving one. */
export class WireFault extends Error {
  constructor(
    readonly answer: BrokenAnswer,
    readonly status: number,
  ) {
    super(`the answer is to be ${answer}`);
  }
}

export type Faults = {
  /** @throws ZodError */
  add: (input: FaultInput) => Fault;
  list: () => Fault[];
  clear: () => void;
  /** The first fault that wants this operation, counted as used. */
  take: (operation: string) => Fault | undefined;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add(input) {
      const fault = faultSchema.parse(input);
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear() {
      faults = [];
    },
    take(operation) {
      const fault = faults.find((one) => wants(one, operation));
      if (fault?.times !== undefined) {
        fault.times -= 1;
        if (fault.times === 0) faults = faults.filter((one) => one !== fault);
      }
      return fault;
    },
  };
}

// `*` spares the token endpoint and pages: a test that fails every operation still gets its token.
function wants(fault: Fault, operation: string): boolean {
  if (fault.operation === '*') return operation.includes('.');
  return matchesOperation(operation, fault.operation);
}

/**
 * Does what the fault asks for at this moment.
 * @throws ConnectError or WireFault
 */
export async function applyFault(fault: Fault | undefined, moment: Fault['when']): Promise<void> {
  if (!fault) return;
  if (moment === 'before' && fault.latencyMs > 0) await sleep(fault.latencyMs);
  if (fault.when !== moment) return;
  const answer = fault.answer ?? (fault.status ? 'error' : undefined);
  if (!answer) return;
  if (answer !== 'error') throw new WireFault(answer, fault.status ?? 200);
  throw faultError(fault);
}

const errorCodes: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RATE_LIMITED',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

function faultError({ status = 500, errorCode, message, fieldViolations, retryAfterSeconds }: Fault) {
  const name = errorCode ?? errorCodes[status] ?? 'INTERNAL';
  const info = {
    ...(fieldViolations.length > 0 && { validationErrorInfo: { fieldViolations } }),
    ...(name === 'TOOL_ERROR' && {
      toolErrorInfo: { toolErrorCode: String(status), toolErrorMessage: message ?? '' },
    }),
  };
  const error = refuse(codeOfStatus(status), name, message ?? `injected fault ${status}`, info);
  if (retryAfterSeconds !== undefined) error.metadata.set('retry-after', String(retryAfterSeconds));
  return error;
}
