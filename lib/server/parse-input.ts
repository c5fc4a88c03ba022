import 'server-only';
import type { z } from 'zod';
import { AppError, type FieldErrors } from '@/lib/errors';

/**
 * Parses external input; the first problem of each field becomes its sentence.
 * @throws AppError invalid with `fieldErrors` keyed by dotted path
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fieldErrors: FieldErrors = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.');
    fieldErrors[path] ??= issue.message;
  }
  throw new AppError('invalid', 'Some fields need another look.', { fieldErrors });
}
