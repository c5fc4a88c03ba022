import { resolve } from 'node:path';
import { ScriptError } from '../../scripts/script-error';
import { startStack } from '../../scripts/stack/start-stack';
import { startDnsServer } from '../../tests/setup/dns-server';
import { readZone } from '../fixtures/dns';
import { startLedger } from '../secret-sweep/ledger';
import { e2eDataFolder, e2ePorts } from './ports';
import { publishE2eStack } from './stack';

/** Starts the whole of Keydesk as the demo does, production build included, on an empty data folder. */
export default async function startE2eStack(): Promise<() => Promise<void>> {
  const dns = await startDnsServer(readZone, e2ePorts.dns);
  process.env.DNS_SERVERS = `127.0.0.1:${dns.port}`;
  // Two browsers that never pause ask for more in a minute than a desk does.
  process.env.API_BUDGET_PER_MINUTE = '3000';
  // Two tests wait for a call to time out; to all others Scalekit answers at once.
  process.env.SCALEKIT_TIMEOUT_MS = '6000';
  // A walk's calls would stand among those that tests count, and meet the faults that tests make.
  process.env.SNAPSHOT_WALK_HOURS = '0';
  process.env.SEARCH_WALK_HOURS = '0';
  const stack = await startStack({
    mode: 'production',
    port: e2ePorts.console,
    emulatorPort: e2ePorts.emulator,
    variables: { port: 'E2E_PORT', emulatorPort: 'E2E_EMULATOR_PORT' },
    dataFolder: e2eDataFolder,
    fresh: true,
    onStep: (words) => console.log(`  ${words}`),
  }).catch((error) => {
    // Playwright prints the stack of an error; a sentence for a person needs none.
    if (error instanceof ScriptError) error.stack = error.message;
    throw error;
  });
  let stopping = false;
  stack.failure.catch((error: Error) => {
    if (!stopping) console.error(error.message);
  });
  publishE2eStack({ ...stack, dataFolder: resolve(e2eDataFolder) });
  const endLedger = startLedger();
  return async () => {
    stopping = true;
    await stack.stop();
    await dns.close();
    endLedger();
  };
}
