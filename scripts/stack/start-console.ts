import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ScriptError } from '../script-error';
import { startChild } from './start-child';
import type { Supervisor } from './supervisor';

export type ConsoleOptions = {
  mode: 'production' | 'development';
  port: number;
  dataFolder: string;
  /** The settings of `lib/env.ts`. */
  env: Record<string, string>;
};

const READY_WITHIN_MS = 90_000;

/** Starts the console on loopback and waits until it answers. */
export async function startConsole(
  options: ConsoleOptions,
  supervisor: Supervisor,
  onStep: (words: string) => void,
): Promise<void> {
  const { mode, port, dataFolder, env } = options;
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const part = startChild({
    name: 'The console',
    flags: [next, mode === 'production' ? 'start' : 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
    env: { ...env, NODE_ENV: mode },
    logFolder: join(dataFolder, 'logs'),
    echo: mode === 'development',
  });
  supervisor.add(part);
  const death = part.exited.then((how) => {
    throw new ScriptError(`The console did not start: ${how}`);
  });
  await Promise.race([death, waitForAnswer(`http://127.0.0.1:${port}/api/health/live`)]);
  onStep(`The console answers on port ${port}`);
}

async function waitForAnswer(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new ScriptError(`The console did not answer at ${url} within ${READY_WITHIN_MS / 1000} seconds.`);
}
