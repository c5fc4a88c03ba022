import { vi } from 'vitest';
import type { Emulator } from '@/emulator/start';

/** How long a call of the console may last in a test: enough for a busy machine. No test waits for it. */
export const callTimeoutMs = 2_500;

/**
 * Runs something while Scalekit does not answer an operation. The deadline of the call passes once the emulator has
 * the request, and at no other call: nobody waits for a clock, and what is slow before it is not cut off.
 * @returns what it returns, or throws what it throws
 */
export async function whileSilent<T>(
  { faults, journal }: Pick<Emulator, 'faults' | 'journal'>,
  operation: string,
  act: () => Promise<T>,
): Promise<T> {
  const earlier = new Set(journal.list(operation));
  faults.add({ operation, latencyMs: 10_000 });
  const set = vi.spyOn(globalThis, 'setTimeout');
  const cleared = vi.spyOn(globalThis, 'clearTimeout');
  let ended = false;
  const acting = act().finally(() => {
    ended = true;
  });
  /** The deadlines that are running, each as what its clock would do. */
  const deadlines = () =>
    set.mock.calls.flatMap(([pass, ms], index) => {
      const timer = set.mock.results[index]?.value;
      return ms === callTimeoutMs && !cleared.mock.calls.some(([other]) => other === timer) ? [pass] : [];
    });
  const waiting = () =>
    journal.list(operation).filter((entry) => entry.status === null && !earlier.has(entry)).length;
  acting.catch(() => {});
  try {
    // As many as there are silent calls: all others have their answer.
    const isAlone = () => ended || (waiting() > 0 && deadlines().length === waiting());
    await vi.waitUntil(isAlone, { timeout: 15_000, interval: 5 });
    for (const pass of deadlines()) pass();
    return await acting;
  } finally {
    set.mockRestore();
    cleared.mockRestore();
  }
}
