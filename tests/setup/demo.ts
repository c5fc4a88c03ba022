import { afterAll, beforeAll } from 'vitest';
import { type Emulator, startEmulator } from '@/emulator/start';

/**
 * Gives the test file the demo's Scalekit as its `production` environment, with the time-out and without the limit of calls
 * that a console has. Call it at the top of the file.
 * @returns the running emulator, to be used inside tests and hooks
 */
export function withDemo(): { readonly current: Emulator } {
  const holder: { current?: Emulator } = {};
  process.env.API_BUDGET_PER_MINUTE = '100000';

  beforeAll(async () => {
    const emulator = await startEmulator({ scenario: 'demo' });
    holder.current = emulator;
    process.env.SCALEKIT_PRODUCTION_URL = emulator.url;
    process.env.SCALEKIT_PRODUCTION_CLIENT_ID = emulator.clientId;
    process.env.SCALEKIT_PRODUCTION_CLIENT_SECRET = emulator.clientSecret;
  });
  afterAll(() => holder.current?.stop());

  return holder as { current: Emulator };
}
