import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('../../worker.ts', import.meta.url));

export type WorkerProcess = { kill: () => Promise<void>; stop: () => Promise<number | null> };

/** `npm run worker` as it is, with the settings of this test. */
export function startWorkerProcess(): WorkerProcess {
  const flags = ['--conditions=react-server', '--import', 'tsx', worker];
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '', LOG_LEVEL: 'error' } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return { kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM').then(() => child.exitCode) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Waits until `check` holds, looking often. */
export async function until(what: string, check: () => Promise<boolean>, ms = 120_000): Promise<void> {
  const giveUpAt = Date.now() + ms;
  while (!(await check())) {
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain until ${what}`);
    await sleep(50);
  }
}
