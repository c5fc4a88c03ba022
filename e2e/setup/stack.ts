import { z } from 'zod';

const credentials = { url: z.string(), clientId: z.string(), clientSecret: z.string() };

const schema = z.object({
  consoleUrl: z.string(),
  databaseUrl: z.string(),
  /** Postgres's folder is `SHOW data_directory`; logs are in `logs/`, emulator snapshots beside it. */
  dataFolder: z.string(),
  production: z.object(credentials),
  development: z.object(credentials),
});

export type E2eStack = z.infer<typeof schema>;

const VARIABLE = 'KEYDESK_E2E_STACK';

/** The console, emulators and database of this run, for specs. */
export function e2eStack(): E2eStack {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('The stack is not running: start the specs with npm run e2e.');
  return schema.parse(JSON.parse(text));
}

/** Playwright hands the environment of its global setup on to the workers. */
export function publishE2eStack(stack: E2eStack): void {
  process.env[VARIABLE] = JSON.stringify(schema.parse(stack));
}
