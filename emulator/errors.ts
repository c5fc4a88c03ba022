import { create, type JsonObject, type MessageInitShape, toJson } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { errdetailsPb } from '@/lib/scalekit/services';

type ErrorInfo = MessageInitShape<typeof errdetailsPb.ErrorInfoSchema>;
export type FieldViolation = { field: string; description: string; constraint: string };

/** A refusal as Scalekit words it: a gRPC code and an ErrorInfo with its `error_code`. */
export function refuse(
  code: Code,
  errorCode: string,
  message: string,
  info: Partial<ErrorInfo> = {},
): ConnectError {
  const value = create(errdetailsPb.ErrorInfoSchema, { errorCode, ...info });
  return new ConnectError(message, code, undefined, [{ desc: errdetailsPb.ErrorInfoSchema, value }]);
}

export function invalidArgument(message: string, fieldViolations: FieldViolation[] = []): ConnectError {
  const info = fieldViolations.length > 0 ? { validationErrorInfo: { fieldViolations } } : {};
  return refuse(Code.InvalidArgument, 'INVALID_ARGUMENT', message, info);
}

/** An invalid argument that is one field's fault. `field` is a proto path such as `organization.slug`. */
export function invalidField(field: string, description: string, constraint: string): ConnectError {
  return invalidArgument(`${field}: ${description}`, [{ field, description, constraint }]);
}

export function notFound(thing: string): ConnectError {
  return refuse(Code.NotFound, 'NOT_FOUND', `${thing} not found`);
}

export function failedPrecondition(message: string): ConnectError {
  return refuse(Code.FailedPrecondition, 'FAILED_PRECONDITION', message);
}

export function unauthenticated(message: string): ConnectError {
  return refuse(Code.Unauthenticated, 'UNAUTHENTICATED', message);
}

export function permissionDenied(message: string): ConnectError {
  return refuse(Code.PermissionDenied, 'PERMISSION_DENIED', message);
}

export function unimplemented(message: string): ConnectError {
  return refuse(Code.Unimplemented, 'UNIMPLEMENTED', message);
}

/** Anything thrown, as an error that may be answered. A defect of the emulator itself is printed and hidden. */
export function toConnectError(error: unknown): ConnectError {
  if (error instanceof ConnectError) {
    if (error.details.length > 0) return error;
    return refuse(error.code, screamingCase(Code[error.code]), error.rawMessage);
  }
  console.error(error);
  return refuse(Code.Internal, 'INTERNAL', 'internal error');
}

// `InvalidArgument` to `INVALID_ARGUMENT`.
function screamingCase(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase();
}

const httpStatuses: Record<Code, number> = {
  [Code.InvalidArgument]: 400,
  [Code.FailedPrecondition]: 400,
  [Code.OutOfRange]: 400,
  [Code.Unauthenticated]: 401,
  [Code.PermissionDenied]: 403,
  [Code.NotFound]: 404,
  [Code.AlreadyExists]: 409,
  [Code.Aborted]: 409,
  [Code.ResourceExhausted]: 429,
  [Code.Canceled]: 499,
  [Code.Unknown]: 500,
  [Code.Internal]: 500,
  [Code.DataLoss]: 500,
  [Code.Unimplemented]: 501,
  [Code.Unavailable]: 503,
  [Code.DeadlineExceeded]: 504,
};

/** The HTTP status that goes with a gRPC code. */
export function httpStatus(code: Code): number {
  return httpStatuses[code];
}

const preferredCodes: Record<number, Code> = {
  400: Code.InvalidArgument,
  401: Code.Unauthenticated,
  403: Code.PermissionDenied,
  404: Code.NotFound,
  409: Code.AlreadyExists,
  429: Code.ResourceExhausted,
  499: Code.Canceled,
  501: Code.Unimplemented,
  503: Code.Unavailable,
  504: Code.DeadlineExceeded,
};

/** The gRPC code that a fault of this HTTP status stands for. */
export function codeOfStatus(status: number): Code {
  return preferredCodes[status] ?? Code.Internal;
}

/** The error body of the REST face. */
export function errorBody(error: ConnectError): JsonObject {
  const details = error.findDetails(errdetailsPb.ErrorInfoSchema).map((info) => ({
    '@type': `type.googleapis.com/${info.$typeName}`,
    ...(toJson(errdetailsPb.ErrorInfoSchema, info, { useProtoFieldName: true }) as JsonObject),
  }));
  return { code: error.code, message: error.rawMessage, details };
}
