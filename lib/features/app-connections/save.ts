import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { Change } from './change';

/** Sends a change, if there is one. The answer names the fields that are others now. @throws AppError */
export async function saveChange(scalekit: ScalekitClient, connectionId: string, change: Change) {
  if (!change) return { changed: [] };
  const { update: connection, changed } = change;
  await namedAsInForm(() =>
    takenKey(() => scalekit.connections.updateEnvironmentConnection({ connectionId, connection })),
  );
  return { changed };
}

/** Runs a write that gives a connection its key; a key that is taken is said beside the field. */
export async function takenKey<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    // Not every conflict is one of keys; this one is about nothing else that was sent.
    if (!(cause instanceof AppError) || cause.code !== 'conflict' || !/key/i.test(cause.message)) throw cause;
    const fieldErrors = { keyId: 'Another connection has this key. A key is used once in an environment.' };
    throw new AppError('conflict', cause.message, { fieldErrors, requestId: cause.requestId, cause });
  }
}

/** Runs a call whose field errors name a settings message, and names them as the form does. */
async function namedAsInForm<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!(cause instanceof AppError) || !cause.fieldErrors) throw cause;
    const { code, message, requestId, unknown } = cause;
    const fieldErrors = Object.fromEntries(
      Object.entries(cause.fieldErrors).map(([path, sentence]) => [formName(path), sentence]),
    );
    throw new AppError(code, message, { fieldErrors, requestId, unknown, cause });
  }
}

function formName(path: string): string {
  return path
    .replace(/^(oauthConfig|googleDwdConfig)\./, '')
    .replace(/^optionalScopes\.fieldName$/, 'optionalScopeField')
    .replace(/^optionalScopes\..*/, 'optionalScopes')
    .replace(/^extensions\..*/, 'authorizeParams');
}
