import { z } from 'zod';
import { createRandom } from './scenarios/random';

const milliseconds = z.int().min(0).max(600_000);

/** How long an answer takes: always the same, evenly spread, or by the percentiles of a measured service. */
export const latencySchema = z.union([
  milliseconds,
  z
    .strictObject({ from: milliseconds, to: milliseconds, seed: z.string().default('latency') })
    .refine(({ from, to }) => from <= to, 'from is at most to'),
  z
    .strictObject({
      p50: milliseconds,
      p95: milliseconds,
      p99: milliseconds,
      seed: z.string().default('latency'),
    })
    .refine(({ p50, p95, p99 }) => p50 <= p95 && p95 <= p99, 'p50 is at most p95, and p95 at most p99'),
]);

export type Latency = z.output<typeof latencySchema>;

/** Gives one waiting time in milliseconds after the other, the same ones in every run. */
export function createSampler(latency: Latency): () => number {
  if (typeof latency === 'number') return () => latency;
  const random = createRandom(latency.seed);
  const share = () => random.below(1_000_001) / 1_000_000;
  if ('from' in latency) {
    const { from, to } = latency;
    return () => Math.round(from + (to - from) * share());
  }
  return () => Math.round(quantile(latency, share()));
}

// Straight lines between the percentiles that are known; nothing is slower than the slowest of them.
function quantile({ p50, p95, p99 }: { p50: number; p95: number; p99: number }, share: number): number {
  const points = [
    [0, 0],
    [0.5, p50],
    [0.95, p95],
    [0.99, p99],
    [1, p99],
  ] as const;
  const end = Math.max(
    1,
    points.findIndex(([at]) => at >= share),
  );
  const [from, low] = points[end - 1] ?? points[0];
  const [to, high] = points[end] ?? points[4];
  return low + ((high - low) * (share - from)) / (to - from);
}
