import 'server-only';
import { logger } from '@/lib/logger';
import type { Call } from './call';

/** One HTTP exchange as tracing sees it; `requestId` and `attempt` name the span. Holds no path, query or body. */
export type CallEvent = Call & { attempt: number };

export type CallResult = CallEvent & {
  ms: number;
  /** Undefined when no answer came back; `failure` then says why. */
  status?: number;
  failure?: string;
};

/** Where OpenTelemetry, metrics or a test listen. A hook must not throw. */
export type CallHooks = {
  onRequest?: (event: CallEvent) => void;
  onResponse?: (result: CallResult) => void;
};

/** The default: one debug line for each exchange. */
export const logCalls: CallHooks = {
  onResponse: ({ environment, operation, verb, attempt, requestId, status, failure, ms }) =>
    logger.debug(
      { environment, operation, verb, attempt, requestId, status, failure, ms: Math.round(ms) },
      'Scalekit call',
    ),
};
