import 'server-only';
import { takeTokens } from './budget-store';

type Taker = { resolve: (taken: boolean) => void; reject: (cause: unknown) => void };

// A page asks for ten things at once: one statement for all of them, and none waits for another's to come back first.
const lanes = new Map<string, Taker[]>();

/**
 * Takes one token. Those who ask while a statement is under way share the next one; where there are not enough for all
 * of them, one after the other gets what is left.
 * @returns false when there is none to take
 * @throws Error when Postgres does not answer
 */
export function takeTogether(environment: string, full: number, share: number): Promise<boolean> {
  const key = `${environment} ${full} ${share}`;
  return new Promise((resolve, reject) => {
    const waiting = lanes.get(key);
    if (waiting) {
      waiting.push({ resolve, reject });
      return;
    }
    const begun = [{ resolve, reject }];
    lanes.set(key, begun);
    // Whoever asks in the same moment is in the first statement.
    queueMicrotask(() => void serve(key, begun, (count) => takeTokens(environment, full, share, count)));
  });
}

async function serve(
  key: string,
  waiting: Taker[],
  take: (count: number) => Promise<boolean>,
): Promise<void> {
  while (waiting.length > 0) {
    const takers = waiting.splice(0);
    try {
      const forAll = await take(takers.length);
      for (const { resolve } of takers) resolve(forAll || (takers.length > 1 && (await take(1))));
    } catch (cause) {
      for (const { reject } of takers) reject(cause);
    }
  }
  lanes.delete(key);
}
