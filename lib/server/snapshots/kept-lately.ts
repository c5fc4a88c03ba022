import 'server-only';
import { sameForMs } from '@/lib/audit/snapshots/keep';
import type { Observation } from '@/lib/audit/snapshots/observation';

type Lately = Map<string, { text: string; until: number }>;

// Pages read the same things again and again, and each comparison with what is kept is a transaction. On the global
// object, since Next bundles this module more than once: an action has to forget what pages have kept.
const holder = globalThis as typeof globalThis & { keydeskKeptLately?: Lately };
holder.keydeskKeptLately ??= new Map();
const lately = holder.keydeskKeptLately;
const atMost = 5_000;

/**
 * Whether this process has kept the very same of the same place last, less than a minute ago: such a version is not
 * written again. From then on it counts as kept.
 */
export function isKeptLately(environment: string, observation: Observation): boolean {
  const key = keyOf(environment, observation);
  const text = JSON.stringify(observation);
  const last = lately.get(key);
  if (last?.text === text && performance.now() < last.until) return true;
  if (lately.size >= atMost) lately.clear();
  lately.set(key, { text, until: performance.now() + sameForMs });
  return false;
}

/** It could not be kept after all. */
export function forgetKept(environment: string, observation: Observation): void {
  lately.delete(keyOf(environment, observation));
}

/** After a write: the next look tells something, if only that it was looked at. */
export function forgetKeptOf(environment: string, organizationId: string): void {
  for (const key of lately.keys())
    if (key.startsWith(`${environment} ${organizationId} `)) lately.delete(key);
}

/** A whole list is one place, whatever is in it; of single things each is. */
function keyOf(
  environment: string,
  { organizationId, part, complete, objects, gone = [] }: Observation,
): string {
  const ids = complete ? [] : [...objects.map(({ id }) => id), ...gone];
  return [environment, organizationId, part, ...ids].join(' ');
}
