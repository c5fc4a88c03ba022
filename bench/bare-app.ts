import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { securityHeaders } from '../lib/security-headers';
import { findFreePort } from '../scripts/free-port';

const folder = join(import.meta.dirname, 'bare-app');
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

// All but the policy, whose nonce only the console's proxy can put into a page.
const { 'content-security-policy': _policy, ...consoleHeaders } = securityHeaders({
  path: '/',
  nonce: '',
  isSecure: false,
  isDevelopment: false,
  formTargets: [],
});
const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  NEXT_TELEMETRY_DISABLED: '1',
  CONSOLE_HEADERS: JSON.stringify(consoleHeaders),
};

export type BareApp = { url: string; stop: () => Promise<void> };

/**
 * Builds the bare app with the same Next as the console, and serves it as the console is served. Its page stands at `/`,
 * and at `/same-headers` with the console's security headers.
 */
export async function startBareApp(): Promise<BareApp> {
  await promisify(execFile)(process.execPath, [next, 'build', folder], { env });
  const port = await findFreePort();
  const flags = [next, 'start', folder, '--hostname', '127.0.0.1', '--port', String(port)];
  const child = spawn(process.execPath, flags, { env, stdio: 'ignore' });
  const url = `http://localhost:${port}/`;
  try {
    await waitForAnswer(url, child);
  } catch (error) {
    child.kill();
    throw error;
  }
  return { url, stop: () => stop(child) };
}

async function waitForAnswer(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (child.exitCode !== null) throw new Error(`The bare app ended with exit code ${child.exitCode}`);
    if ((await fetch(url).catch(() => undefined))?.ok) return;
    await sleep(100);
  }
  throw new Error('The bare app did not answer within 30 seconds');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
