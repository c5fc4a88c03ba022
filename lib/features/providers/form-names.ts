import 'server-only';
import { AppError } from '@/lib/errors';
import type { ProviderFields } from './schema';

/** Runs a call whose field errors name a provider as the API writes it, and names them as the form does. */
export async function namedAsInForm<T>(fields: ProviderFields, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!(cause instanceof AppError) || !cause.fieldErrors) throw cause;
    const { code, message, requestId, unknown } = cause;
    const fieldErrors = Object.fromEntries(
      Object.entries(cause.fieldErrors).map(([path, sentence]) => [formName(path, fields), sentence]),
    );
    throw new AppError(code, message, { fieldErrors, requestId, unknown, cause });
  }
}

function formName(path: string, { metadata }: ProviderFields): string {
  // Of a pattern Scalekit says at most that it is wrong, not where.
  if (path.startsWith('authPatterns')) return 'type';
  const key = /^metadata\.(.+)/.exec(path)?.[1];
  const index = metadata.findIndex((row) => row.key === key);
  return key === undefined ? path : index === -1 ? 'metadata' : `metadata.${index}.key`;
}
