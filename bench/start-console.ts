import { createStaffPerson, sessionCookie } from '../e2e/fixtures/staff-session';
import { type Stack, startStack } from '../scripts/stack/start-stack';

const ports = {
  console: Number(process.env.BENCH_PORT || 3200),
  emulator: Number(process.env.BENCH_EMULATOR_PORT || 4210),
};
const dataFolder = '.data/bench';

export type BenchConsole = Stack & { cookie: { name: string; value: string; url: string } };

/** Starts the whole of Keydesk in its production build, on an empty data folder, with a person signed in. */
export async function startBenchConsole(): Promise<BenchConsole> {
  // Hundreds of page loads a minute are no day's work: with the budget of one, waits for it would be what is measured.
  process.env.API_BUDGET_PER_MINUTE = '100000';
  // Nor is a walk that happens to be on its way.
  process.env.SNAPSHOT_WALK_HOURS = '0';
  process.env.SEARCH_WALK_HOURS = '0';
  const stack = await startStack({
    mode: 'production',
    port: ports.console,
    emulatorPort: ports.emulator,
    variables: { port: 'BENCH_PORT', emulatorPort: 'BENCH_EMULATOR_PORT' },
    dataFolder,
    fresh: true,
    onStep: report,
  });
  const { token } = await createStaffPerson(stack.databaseUrl, 'admin');
  return { ...stack, cookie: { name: sessionCookie, value: token, url: stack.consoleUrl } };
}

/** Says how far a benchmark is, on standard error: standard output holds figures only. */
export function report(words: string): void {
  process.stderr.write(`  ${words}\n`);
}
