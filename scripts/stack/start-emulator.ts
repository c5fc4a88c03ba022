import { join } from 'node:path';
import { z } from 'zod';
import { ScriptError } from '../script-error';
import { startChild } from './start-child';
import type { Supervisor } from './supervisor';

const credentials = z.object({ clientId: z.string(), clientSecret: z.string() });

const readyLine = credentials.extend({
  url: z.string(),
  staff: credentials,
  smtp: z.object({ host: z.string(), port: z.number() }),
  people: z.array(z.object({ email: z.string(), name: z.string(), role: z.string().nullable() })),
});

/** What an emulator says of itself when it is ready. */
export type EmulatorReady = z.infer<typeof readyLine>;

export type EmulatorOptions = {
  environment: string;
  port: number;
  dataFolder: string;
  scenario: string;
  /** Where staff's sign-in returns to. */
  consoleUrl: string;
  /** What its webhooks to the console are signed with. */
  webhookSecret: string;
};

/** Starts the emulator of one environment and waits for the line that says where it listens. */
export function startEmulator(
  options: EmulatorOptions,
  supervisor: Supervisor,
  onStep: (words: string) => void,
): Promise<EmulatorReady> {
  const { environment, port, dataFolder, scenario, consoleUrl, webhookSecret } = options;
  const name = `The emulator of ${environment}`;
  return new Promise((resolve, reject) => {
    const part = startChild({
      name,
      flags: [
        ...['--import', 'tsx', 'emulator/main.ts'],
        ...['--port', String(port)],
        ...['--name', environment],
        ...['--scenario', scenario],
        ...['--webhook', `${consoleUrl}/api/webhooks/scalekit/${environment}=${webhookSecret}`],
        ...['--redirect-uri', `${consoleUrl}/api/auth/callback/staff`],
        ...['--snapshot', join(dataFolder, `emulator-${environment}.json`)],
      ],
      logFolder: join(dataFolder, 'logs'),
      onLine: (line) => {
        if (!line.startsWith('{"url"')) return;
        const parsed = readyLine.safeParse(JSON.parse(line));
        if (!parsed.success) return reject(parsed.error);
        const ready = parsed.data;
        onStep(`${name} answers at ${ready.url}`);
        resolve(ready);
      },
    });
    supervisor.add(part);
    void part.exited.then((how) => reject(new ScriptError(`${name} did not start: ${how}`)));
  });
}
