import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { codeOfStatus, refuse } from './errors';
import { matchesOperation } from './journal';
import { createSampler, latencySchema } from './latency';

/** What `POST /__emulator/faults` takes. */
export const faultSchema = z.strictObject({
  /** `*` (every API operation), `organizations`, `organizations.getOrganization`, `getOrganization`, `oauth/token`. */
  operation: z.string().default('*'),
  /** How many calls it spoils; all of them when absent. */
  times: z.int().positive().optional(),
  /** Waits before anything else: a number, or a distribution (see latency.ts). */
  latencyMs: latencySchema.default(0),
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
type FaultSettings = z.output<typeof faultSchema>;
export type Fault = FaultSettings & { nextLatency: () => number };
export type BrokenAnswer = Exclude<FaultSettings['answer'], 'error' | undefined>;

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
  add: (input: FaultInput) => FaultSettings;
  list: () => FaultSettings[];
  clear: () => void;
  /** The first fault that wants this operation, counted as used. */
  take: (operation: string) => Fault | undefined;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add(input) {
      const settings = faultSchema.parse(input);
      faults.push({ ...settings, nextLatency: createSampler(settings.latencyMs) });
      return settings;
    },
    list: () => faults.map(({ nextLatency: _, ...settings }) => settings),
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
export async function applyFault(fault: Fault | undefined, moment: FaultSettings['when']): Promise<void> {
  if (!fault) return;
  const latency = moment === 'before' ? fault.nextLatency() : 0;
  if (latency > 0) await sleep(latency);
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
