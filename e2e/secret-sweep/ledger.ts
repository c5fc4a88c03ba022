import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Secret, secretKinds } from './needles';

const variable = 'KEYDESK_E2E_LEDGER';

const line = z.object({ kind: z.enum(secretKinds), label: z.string(), value: z.string().min(12) });

/**
 * Starts the list of secrets that this run issues. It lies outside of everything that the sweep searches, or the
 * sweep would find the list itself. Playwright hands the environment of its global setup on to the workers.
 * @returns destroys it
 */
export function startLedger(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'keydesk-ledger-'));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Notes a secret that this run issued, for the sweep to look for when all is done. */
export function recordSecret(secret: Secret): void {
  mkdirSync(ledgerFolder(), { recursive: true, mode: 0o700 });
  appendFileSync(ledgerFile(), `${JSON.stringify(line.parse(secret))}\n`, { mode: 0o600 });
}

/** All secrets of this run, each value once. Throws when none was recorded. */
export function readLedger(): Secret[] {
  const secrets = readFileSync(ledgerFile(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
  return [...new Map(secrets.map((secret) => [secret.value, secret])).values()];
}

function ledgerFile(): string {
  return join(ledgerFolder(), 'issued.jsonl');
}

/** The run's own; a common one for specs that run against a stack somebody else started. */
function ledgerFolder(): string {
  return process.env[variable] ?? join(tmpdir(), `keydesk-ledger-${process.getuid?.() ?? 'user'}`);
}
