import { checkBrowser, checkLint, checkTests, checkTypes } from './checks/checks';
import { addTotals, type Totals } from './checks/read-totals';
import { runCommand } from './checks/run-command';
import { findChromium } from './find-chromium';
import { ScriptError } from './script-error';
import { buildConsole } from './stack/build-console';

const FAILED: Totals = { passed: 0, failed: 1, skipped: 0 };

/** Everything: verify, a production build, and the jobs in a real browser. The last line has the totals. */
const totals = addTotals([
  ...(await Promise.all([checkLint(), checkTypes()])),
  await checkTests(),
  await checkInBrowser(),
]);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function checkInBrowser(): Promise<Totals> {
  if (!(await ensureChromium())) {
    console.log(
      'There is no Chromium to test with. Install one (apt-get install chromium), or name it in KEYDESK_CHROMIUM.',
    );
    return FAILED;
  }
  try {
    await buildConsole({ onStep: (words) => console.log(words) });
  } catch (error) {
    console.log(error instanceof ScriptError ? error.message : error);
    return FAILED;
  }
  return checkBrowser();
}

async function ensureChromium(): Promise<boolean> {
  if (findChromium()) return true;
  console.log('Chromium is missing: installing the one that Playwright brings');
  await runCommand({
    name: 'chromium',
    command: ['npx', 'playwright', 'install', 'chromium'],
    live: true,
    timeoutMs: 5 * 60_000,
  });
  return findChromium() !== undefined;
}
