import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import nextEnv from '@next/env';
import { type Env, EnvError, parseEnv } from '@/lib/env';
import { checkEnvironments } from './check-environments';
import { requireFreePort } from './free-port';
import { onStopRequest } from './on-stop-request';
import { runScript, ScriptError } from './script-error';
import { findPendingMigrations, migrateDatabase } from './stack/migrate-database';
import { readPort } from './stack/settings';

await runScript(async () => {
  nextEnv.loadEnvConfig(process.cwd(), false);
  const settings = readSettings();
  const port = readPort(process.env);
  await requireFreePort(port, 'the console', 'PORT');
  if (!existsSync(`${process.env.NEXT_DIST_DIR || '.next'}/BUILD_ID`)) {
    throw new ScriptError('The console is not built yet. Run npm run build first.');
  }
  await prepareDatabase(settings.DATABASE_URL);
  for (const line of await checkEnvironments(settings.environments)) console.log(line);
  await serve(port);
});

function readSettings(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (error instanceof EnvError) throw new ScriptError(error.message);
    throw error;
  }
}

async function prepareDatabase(databaseUrl: string): Promise<void> {
  if (process.env.KEYDESK_MIGRATE === '1') {
    console.log(`Database: ${await migrateDatabase(databaseUrl)} migrations applied.`);
    return;
  }
  const pending = await findPendingMigrations(databaseUrl);
  if (pending.length === 0) return;
  throw new ScriptError(
    `The database lacks ${pending.length} migrations. Run npm run db:migrate, or set KEYDESK_MIGRATE=1 to have them applied at start.`,
  );
}

async function serve(port: number): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, [next, 'start', '--port', String(port)], { stdio: 'inherit', env });
  onStopRequest((signal) => child.kill(signal));
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 0;
}
