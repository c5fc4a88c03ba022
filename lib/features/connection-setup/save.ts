import 'server-only';
import { EgressError } from '@/lib/egress';
import { AppError } from '@/lib/errors';
import { connectionsPb } from '@/lib/scalekit/services';
import { toAppError } from '@/lib/server/to-app-error';
import { readCertificates } from './certificates';

/** The connection, if it is still of the type whose form was filled. @throws AppError not found, conflict */
export function requireOfType(
  connection: connectionsPb.Connection | undefined,
  id: string,
  type: 'OIDC' | 'SAML',
): connectionsPb.Connection {
  if (!connection) throw new AppError('not_found', `There is no connection ${id} in this organization.`);
  if (connection.type === connectionsPb.ConnectionType[type]) return connection;
  throw new AppError('conflict', `This connection is not of the type ${type} any more. Load the page anew.`);
}

const mostCertificates = 5;

/** Pasted certificates as PEM, each once. @throws AppError invalid: one that cannot be read or is out of date */
export function certificatesToSave(text: string): string[] {
  const pasted = readCertificates(text);
  const problem = pasted.find((one) => one.problem)?.problem;
  if (problem) throw atOneField('idpCertificate', problem);
  if (pasted.length > mostCertificates) {
    throw atOneField('idpCertificate', `At most ${mostCertificates} certificates can be added at once.`);
  }
  return [...new Set(pasted.flatMap(({ read }) => read?.pem ?? []))];
}

/** Runs a call whose field errors name a settings message, and names them as the form does. */
export async function namedAsInForm<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!(cause instanceof AppError) || !cause.fieldErrors) throw cause;
    const named = Object.entries(cause.fieldErrors).map(([path, sentence]) => [
      path.replace(/^(saml|oidc)Config\./, ''),
      sentence,
    ]);
    const { code, message, requestId, unknown } = cause;
    throw new AppError(code, message, { fieldErrors: Object.fromEntries(named), requestId, unknown, cause });
  }
}

/**
 * Adds certificates one after the other, once the settings and the first of them are saved.
 * @throws AppError that says how far it came
 */
export async function addFurther(
  certificates: string[],
  add: (certificate: string) => Promise<unknown>,
): Promise<void> {
  for (const [index, certificate] of certificates.entries()) {
    try {
      await add(certificate);
    } catch (cause) {
      const { code, message, requestId, unknown } = toAppError(cause);
      const done = `The settings and ${index + 1} of ${certificates.length + 1} certificates are saved.`;
      throw new AppError(code, `${done} Of the next: ${message}`, { requestId, unknown, cause });
    }
  }
}

/** Puts what is wrong with a fetched or pasted document beside the field that it came by. */
export async function atField<T>(name: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const isOurs = cause instanceof EgressError || (cause instanceof AppError && cause.code === 'invalid');
    throw isOurs ? atOneField(name, cause.message, cause) : cause;
  }
}

function atOneField(name: string, sentence: string, cause?: unknown): AppError {
  return new AppError('invalid', sentence, { fieldErrors: { [name]: sentence }, cause });
}
