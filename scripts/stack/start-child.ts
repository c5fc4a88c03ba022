import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Part } from './supervisor';

export type ChildOptions = {
  /** How sentences call it. */
  name: string;
  /** Flags and script for this same Node. */
  flags: string[];
  env?: Record<string, string>;
  /** Where its output goes: a file in this folder, or the terminal as well in development. */
  logFolder: string;
  echo?: boolean;
  /** Sees each line of standard output, which then stays out of the log: it may hold secrets. */
  onLine?: (line: string) => void;
};

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
const STOP_WITHIN_MS = 8_000;

/** Starts a Node process as a part of a stack, in a group of its own so that Ctrl-C reaches only the stack. */
export function startChild({ name, flags, env, logFolder, echo, onLine }: ChildOptions): Part {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.log`);
  const log = createWriteStream(logFile, { mode: 0o600 });
  const child = spawn(process.execPath, ['--import', endWithParent, ...flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      KEYDESK_STACK_PID: String(process.pid),
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    },
    detached: process.platform !== 'win32',
  });
  if (onLine) createInterface({ input: child.stdout }).on('line', onLine);
  for (const stream of onLine ? [child.stderr] : [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    if (echo) stream.pipe(process.stdout, { end: false });
  }
  return { name, stop: () => stopChild(child), exited: waitForExit(child, logFile) };
}

function waitForExit(child: ChildProcess, logFile: string): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`it could not be started (${error.message})`));
    child.once('close', async (code, signal) => {
      const how = signal ? `it was stopped by ${signal}` : `exit code ${code}`;
      const log = (await readFile(logFile, 'utf8').catch(() => '')).trim();
      const lastLines = log.split('\n').slice(-15).join('\n  ');
      resolve(log ? `${how}. The end of ${logFile}:\n  ${lastLines}` : `${how}.`);
    });
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
