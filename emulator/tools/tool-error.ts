import { Code, type ConnectError } from '@connectrpc/connect';
import { refuse } from '../errors';
import type { UpstreamFailure } from './imitation';

const codes: Record<number, Code> = {
  401: Code.Unauthenticated,
  403: Code.PermissionDenied,
  429: Code.ResourceExhausted,
};

/** A provider's refusal as Scalekit passes it on: everything but 401, 403 and 429 becomes an internal error. */
export function toolError({ status, code, message }: UpstreamFailure, executionId: string): ConnectError {
  return refuse(codes[status] ?? Code.Internal, 'TOOL_ERROR', message, {
    toolErrorInfo: { executionId, toolErrorCode: code, toolErrorMessage: message },
  });
}
