import { describe, expect, it } from 'vitest';
import { addTotals, countRunner, readPlaywrightTotals, readVitestTotals } from './read-totals';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const vitest = (...testResults: object[]) => JSON.stringify({ testResults });
const playwright = (stats: object, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('readVitestTotals', () => {
  it('counts tests, and a file that could not be loaded as one failed', () => {
    const report = vitest(
      file('passed', 'passed', 'passed', 'skipped'),
      file('failed', 'passed', 'failed', 'failed'),
      file('failed'),
    );
    expect(readVitestTotals(report)).toEqual({ passed: 3, failed: 3, skipped: 1 });
  });
});

describe('readPlaywrightTotals', () => {
  it('counts a flaky test as passed and an error outside of tests as failed', () => {
    const report = playwright({ expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, [
      { message: 'no stack' },
    ]);
    expect(readPlaywrightTotals(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
});

describe('countRunner', () => {
  const passing = vitest(file('passed', 'passed'));

  it.each([
    ['a good run', true, passing, { passed: 1, failed: 0 }],
    ['a run that ended badly though no test failed', false, passing, { passed: 1, failed: 1 }],
    ['a run that left no report', true, undefined, { passed: 0, failed: 1 }],
    ['a report that was cut short', false, passing.slice(0, 20), { passed: 0, failed: 1 }],
    ['a run of no tests', true, vitest(), { passed: 0, failed: 1 }],
    ['a failed test, counted once', false, vitest(file('failed', 'failed')), { passed: 0, failed: 1 }],
  ])('counts %s', (_name, ok, report, expected) => {
    expect(countRunner(ok, report, readVitestTotals)).toMatchObject(expected);
  });
});

describe('addTotals', () => {
  it('adds up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(addTotals([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
