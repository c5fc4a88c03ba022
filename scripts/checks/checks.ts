import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countRunner, readPlaywrightTotals, readVitestTotals, type Totals } from './read-totals';
import { type Command, printResult, runCommand } from './run-command';

const bin = (name: string) => join('node_modules', '.bin', name);
// Playwright empties test-results, and searches it for secrets.
const reports = join('node_modules', '.cache', 'keydesk');

const MINUTE = 60_000;

const FAILED: Totals = { passed: 0, failed: 1, skipped: 0 };
const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0 };

/** Formatting and lint. Its failure counts as one failed test, its success as none. */
export function checkLint(): Promise<Totals> {
  return check({ name: 'lint', command: [bin('biome'), 'ci', '.'], timeoutMs: MINUTE });
}

/** Types, those of the routes included. */
export async function checkTypes(): Promise<Totals> {
  // Left by a development server, they name pages that may be gone by now.
  await rm('.next/dev/types', { recursive: true, force: true });
  const generated = await runCommand({ name: 'route types', command: [bin('next'), 'typegen'] });
  if (!generated.ok) printResult(generated);
  return check({ name: 'types', command: [bin('tsc'), '--noEmit'], timeoutMs: 3 * MINUTE });
}

/** Unit, contract and architecture tests. */
export function checkTests(): Promise<Totals> {
  const report = join(reports, 'vitest.json');
  const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = { name: 'tests', command: [bin('vitest'), ...flags], timeoutMs: 20 * MINUTE };
  return checkRunner(command, report, readVitestTotals);
}

/** The jobs in a real browser. The console must be built. */
export function checkBrowser(): Promise<Totals> {
  const report = join(reports, 'playwright.json');
  const command = {
    name: 'browser tests',
    // Once more for what failed: Playwright then names it flaky, and prints how it failed. `npm run e2e` does not.
    command: [bin('playwright'), 'test', '--retries=1', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    // About twelve on two cores. This is the end of what hangs, not of what a slow machine takes its time for.
    timeoutMs: 60 * MINUTE,
    live: true,
  };
  return checkRunner(command, report, readPlaywrightTotals);
}

async function check(command: Command): Promise<Totals> {
  const result = await runCommand(command);
  printResult(result);
  return result.ok ? NOTHING : FAILED;
}

async function checkRunner(
  command: Command,
  report: string,
  read: (report: string) => Totals,
): Promise<Totals> {
  await rm(report, { force: true });
  const result = await runCommand(command);
  printResult(result, command.live);
  return countRunner(result.ok, await readFile(report, 'utf8').catch(() => undefined), read);
}
