import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Secret, secretKinds } from './needles';

/** Outside every searched folder, or the ledger would find itself. */
const folder = join(tmpdir(), `keydesk-secret-ledger-${process.getuid?.() ?? 'user'}`);
const file = join(folder, 'issued.jsonl');

const line = z.object({
  kind: z.enum(secretKinds),
  label: z.string(),
  value: z.string().min(12),
});

/** Forgets what an earlier run issued. */
export function emptyLedger(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Notes a secret that this run issued, for the sweep to look for when all is done. */
export function recordSecret(secret: Secret): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  appendFileSync(file, `${JSON.stringify(line.parse(secret))}\n`, { mode: 0o600 });
}

/** All secrets of this run, each value once. Throws when none was recorded. */
export function readLedger(): Secret[] {
  const secrets = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
  return [...new Map(secrets.map((secret) => [secret.value, secret])).values()];
}
