import { requireFreePort } from '../free-port';
import { buildConsole } from './build-console';
import { claimFolder, emptyFolder } from './claim-folder';
import { consoleEnv } from './console-env';
import { keepNextauthSecret, keepWebhookSecret } from './keep-secret';
import { seedLimitedPerson } from './seed-limited-person';
import type { StackSettings } from './settings';
import { startConsole } from './start-console';
import { startDatabase } from './start-database';
import { type EmulatorReady, startEmulator } from './start-emulator';
import { createSupervisor, type Supervisor } from './supervisor';

export type StackOptions = StackSettings & {
  mode: 'production' | 'development';
  /** The variables that choose the ports, for the sentence about a taken one. */
  variables?: { port: string; emulatorPort: string };
  /** Which seed the emulators start from. */
  scenario?: string;
  /** Throws away what earlier runs left in the data folder. */
  fresh?: boolean;
  /** Hears of each step when it is done. */
  onStep?: (words: string) => void;
  /** Gives up a start that is under way. */
  signal?: AbortSignal;
};

export type Stack = {
  consoleUrl: string;
  databaseUrl: string;
  production: EmulatorReady;
  development: EmulatorReady;
  /** What both emulators sign their webhooks with. */
  webhookSecret: string;
  /** Rejects with a sentence when a part dies. */
  failure: Promise<never>;
  stop: () => Promise<void>;
};

/**
 * Starts Postgres, an emulator for each environment, and the console, and waits until all of them answer.
 * When one cannot start, those that have are stopped again.
 * @throws ScriptError with a sentence that says what to do
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  await requireFreePorts(options);
  const release = await claimFolder(options.dataFolder);
  if (options.fresh) await emptyFolder(options.dataFolder);
  const supervisor = createSupervisor();
  const stop = async () => {
    await supervisor.stop();
    await release();
  };
  try {
    const parts = await startParts(options, supervisor);
    return { ...parts, failure: supervisor.failure, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function requireFreePorts({ port, emulatorPort, variables }: StackOptions): Promise<void> {
  const emulatorVariable = variables?.emulatorPort ?? 'EMULATOR_PORT';
  await requireFreePort(port, 'the console', variables?.port ?? 'PORT');
  await requireFreePort(emulatorPort, 'the emulator of production', emulatorVariable);
  await requireFreePort(emulatorPort + 1, 'the emulator of development', emulatorVariable);
}

async function startParts(options: StackOptions, supervisor: Supervisor) {
  const { mode, port, dataFolder, onStep = () => {} } = options;
  const consoleUrl = `http://localhost:${port}`;
  const nextauthSecret = await keepNextauthSecret(dataFolder);
  const webhookSecret = await keepWebhookSecret(dataFolder);
  const giveUp = new AbortController();
  const { signal } = giveUp;
  signal.addEventListener('abort', () => void supervisor.stop());
  options.signal?.addEventListener('abort', () => giveUp.abort());

  const scenario = options.scenario ?? 'demo';
  const emulator = (environment: string, emulatorPort: number) =>
    startEmulator(
      { environment, port: emulatorPort, dataFolder, scenario, consoleUrl, webhookSecret },
      supervisor,
      onStep,
    );
  const [databaseUrl, production, development] = await allOrNone(giveUp, [
    startDatabase(dataFolder, supervisor, onStep),
    emulator('production', options.emulatorPort),
    emulator('development', options.emulatorPort + 1),
    mode === 'production' ? buildConsole({ signal, onStep }) : undefined,
  ]);
  if (scenario === 'demo') await seedLimitedPerson(databaseUrl, { production, development });
  const env = consoleEnv({ consoleUrl, databaseUrl, nextauthSecret, webhookSecret, production, development });
  await startConsole({ mode, port, dataFolder, env }, supervisor, onStep);
  return { consoleUrl, databaseUrl, production, development, webhookSecret };
}

/** As `Promise.all`, but the first failure gives up the others and waits until they have ended. */
async function allOrNone<Steps extends readonly unknown[] | []>(giveUp: AbortController, steps: Steps) {
  let first: { reason: unknown } | undefined;
  const watched = steps.map((step) =>
    Promise.resolve(step).catch((reason: unknown) => {
      first ??= { reason };
      giveUp.abort();
    }),
  );
  await Promise.all(watched);
  if (first) throw first.reason;
  return Promise.all(steps);
}
