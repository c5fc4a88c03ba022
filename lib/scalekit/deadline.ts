import 'server-only';

/**
 * Runs `work` with a signal that aborts after `ms`, or when the caller's signal does; the reason tells which
 * (a `TimeoutError` for the deadline).
 * Made by hand: on Node 20 a signal from `AbortSignal.any([AbortSignal.timeout(ms)])` that was garbage-collected
 * never fires.
 */
export async function withDeadline<T>(
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('Timed out', 'TimeoutError')), ms);
  const abort = () => controller.abort(caller?.reason);
  caller?.addEventListener('abort', abort, { once: true });
  if (caller?.aborted) abort();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', abort);
  }
}

/** True for the reason that `withDeadline` aborts with. */
export function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** Waits for shared work, but only as long as this caller wants it: the work itself goes on for the others. */
export async function waitUnlessAborted<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return shared;
  let abort = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
  });
  if (signal.aborted) abort();
  try {
    return await Promise.race([aborted, shared]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
