import { z } from 'zod';

export type Totals = { passed: number; failed: number; skipped: number };

const vitestReport = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/** Counts a Vitest JSON report. A file that could not even be loaded counts as one failed test. */
export function readVitestTotals(report: string): Totals {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of vitestReport.parse(JSON.parse(report)).testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    totals.passed += passed;
    totals.failed += file.status === 'failed' ? Math.max(failed, 1) : failed;
    totals.skipped += file.assertionResults.length - passed - failed;
  }
  return totals;
}

/** Counts a Playwright JSON report. An error outside of any test (a stack that does not start) is one failed. */
export function readPlaywrightTotals(report: string): Totals {
  const { stats, errors } = playwrightReport.parse(JSON.parse(report));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The totals of one runner. A runner that crashed, left no report, or ended badly without a failed test counts as
 * one failed, and so does one that ran nothing: silence is never a pass.
 */
export function countRunner(
  ok: boolean,
  report: string | undefined,
  read: (report: string) => Totals,
): Totals {
  const counted = report === undefined ? undefined : tryReading(report, read);
  if (!counted) return { passed: 0, failed: 1, skipped: 0 };
  const ranNothing = counted.passed + counted.failed === 0;
  return { ...counted, failed: counted.failed === 0 && (!ok || ranNothing) ? 1 : counted.failed };
}

export function addTotals(all: Totals[]): Totals {
  return all.reduce(
    (sum, totals) => ({
      passed: sum.passed + totals.passed,
      failed: sum.failed + totals.failed,
      skipped: sum.skipped + totals.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function tryReading(report: string, read: (report: string) => Totals): Totals | undefined {
  try {
    return read(report);
  } catch {
    return undefined;
  }
}
