import type { ErrorView } from '@/lib/errors';

/** Whether Scalekit refused a domain because somebody has it: the documented status is 400, its words are not published. */
export function isTaken(failure: ErrorView | null): boolean {
  if (!failure) return false;
  const words = failure.fieldErrors?.domain ?? failure.message;
  const saysSo = failure.code === 'invalid' && /exist|taken|already|in use/i.test(words);
  return failure.code === 'conflict' || saysSo;
}
