import { expect, it } from 'vitest';
import { createSampler, latencySchema } from './latency';

const draw = (latency: unknown, count = 4000) => {
  const sample = createSampler(latencySchema.parse(latency));
  return Array.from({ length: count }, sample).sort((a, b) => a - b);
};
const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

it('is the same every time', () => {
  expect(draw(120, 3)).toEqual([120, 120, 120]);
});

it('is spread evenly', () => {
  const times = draw({ from: 100, to: 300 });
  expect([times[0], times.at(-1)].map((time) => Math.round((time ?? 0) / 10))).toEqual([10, 30]);
  expect(at(times, 0.5)).toBeGreaterThan(185);
  expect(at(times, 0.5)).toBeLessThan(215);
});

it('follows percentiles', () => {
  const times = draw({ p50: 40, p95: 400, p99: 2000 });
  expect(at(times, 0.5)).toBeGreaterThan(35);
  expect(at(times, 0.5)).toBeLessThan(60);
  expect(at(times, 0.95)).toBeGreaterThan(350);
  expect(at(times, 0.95)).toBeLessThan(600);
  expect(times.at(-1)).toBe(2000);
});

it('is the same in every run of a seed', () => {
  const latency = { from: 0, to: 500, seed: 'monday' };
  expect(draw(latency, 20)).toEqual(draw(latency, 20));
  expect(draw(latency, 20)).not.toEqual(draw({ ...latency, seed: 'tuesday' }, 20));
});

it.each([[{ from: 5, to: 4 }], [{ p50: 10, p95: 5, p99: 20 }], [{ p50: 10 }], [-1], ['soon']])(
  'refuses %j',
  (latency) => {
    expect(latencySchema.safeParse(latency).success).toBe(false);
  },
);
