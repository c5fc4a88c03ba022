import { parseArgs } from 'node:util';
import { z } from 'zod';
import { scenarioNames } from './scenarios/names';
import { SnapshotError } from './snapshot-file';
import type { EndpointInput } from './webhooks/endpoints';

// Either part may hold an equals sign, so the two are told apart by how a secret begins.
const webhookSchema = z
  .string()
  .regex(/^.+=whsec_.+$/, '--webhook takes URL=SECRET, the secret like whsec_…')
  .transform((text): EndpointInput => {
    const end = text.lastIndexOf('=whsec_');
    return { url: text.slice(0, end), secret: text.slice(end + 1) };
  });

const optionsSchema = z.object({
  port: z.coerce.number('--port takes a number').int().min(0).max(65_535).default(4010),
  scenario: z.enum(scenarioNames, '--scenario takes demo, empty or large').default('demo'),
  snapshot: z.string().optional(),
  'client-id': z.string().optional(),
  'client-secret': z.string().optional(),
  'environment-id': z.string().optional(),
  name: z.string().optional(),
  'redirect-uri': z.array(z.url('--redirect-uri takes a URL')).default([]),
  'smtp-port': z.coerce.number('--smtp-port takes a number').int().min(0).max(65_535).default(0),
  webhook: z.array(webhookSchema).default([]),
  'days-of-history': z.coerce
    .number('--days-of-history takes a number')
    .int()
    .min(1, '--days-of-history is 1 at least')
    .max(730, '--days-of-history is 730 at most')
    .optional(),
  'rate-limit': z.coerce.number('--rate-limit takes a number').int().min(0).optional(),
  'journal-size': z.coerce.number('--journal-size takes a number').int().min(1).default(1000),
});

function readArguments() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      port: text,
      scenario: text,
      snapshot: text,
      'client-id': text,
      'client-secret': text,
      'environment-id': text,
      name: text,
      'redirect-uri': { type: 'string', multiple: true },
      'smtp-port': text,
      webhook: { type: 'string', multiple: true },
      'days-of-history': text,
      'rate-limit': text,
      'journal-size': text,
    },
  });
  return optionsSchema.parse(values);
}

async function main(): Promise<void> {
  const options = readArguments();
  // Loaded when the arguments are right: a mistake in them is told at once.
  const { startEmulator } = await import('./start');
  const emulator = await startEmulator({
    port: options.port,
    scenario: options.scenario,
    snapshotFile: options.snapshot,
    clientId: options['client-id'],
    clientSecret: options['client-secret'],
    environmentId: options['environment-id'],
    environmentName: options.name,
    redirectUris: options['redirect-uri'],
    smtpPort: options['smtp-port'],
    webhooks: options.webhook,
    daysOfHistory: options['days-of-history'],
    requestsPerMinute: options['rate-limit'],
    journalSize: options['journal-size'],
  });
  const { url, clientId, clientSecret, staff, people, smtp } = emulator;
  console.log(JSON.stringify({ url, clientId, clientSecret, staff, people, smtp }));
  const stop = () => void emulator.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

/** What went wrong, as a sentence. */
function explain(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map((issue) => issue.message).join('\n');
  if (error instanceof SnapshotError) return error.message;
  const {
    code,
    message,
    port,
    option = '--port',
  } = error as NodeJS.ErrnoException & {
    port?: number;
    option?: string;
  };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with ${option}.`;
  if (code === 'EACCES' && port) return `Port ${port} may not be used. Choose another with ${option}.`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return message;
  if (code) return `The snapshot cannot be written: ${message}`;
  return error instanceof Error ? (error.stack ?? message) : String(error);
}

main().catch((error) => {
  console.error(explain(error));
  process.exit(1);
});
