import 'server-only';
import { AppError } from '@/lib/errors';

/** Runs a write, and names what Scalekit finds wrong in it by the fields of the form. */
export async function besideFields<T>(mappings: unknown[], call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!(cause instanceof AppError) || !cause.fieldErrors) throw cause;
    const { code, message, requestId, unknown } = cause;
    const fieldErrors = Object.fromEntries(
      Object.entries(cause.fieldErrors).map(([path, sentence]) => [formName(path, mappings), sentence]),
    );
    throw new AppError(code, message, { fieldErrors, requestId, unknown, cause });
  }
}

function formName(path: string, mappings: unknown[]): string {
  const row = /connectionToolMappings\.(\d+)/.exec(path)?.[1];
  if (row === undefined || !(Number(row) in mappings)) {
    return path.includes('connectionToolMappings') ? 'mappings' : path.replace(/^config\./, '');
  }
  return `mappings.${row}.${path.includes('tools') ? 'tools' : 'connection'}`;
}
