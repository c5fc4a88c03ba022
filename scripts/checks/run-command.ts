import { spawn } from 'node:child_process';

export type CommandResult = { name: string; ok: boolean; seconds: number; output: string };

export type Command = {
  name: string;
  /** A script of a package of ours, by its file, or `npx`-like binaries in node_modules. */
  command: string[];
  env?: Record<string, string>;
  /** Prints while it runs rather than at the end. */
  live?: boolean;
  timeoutMs?: number;
};

/** Runs a program to its end. A failure, a signal and a time-out all come back as `ok: false`. */
export function runCommand({ name, command, env, live, timeoutMs }: Command): Promise<CommandResult> {
  const [program = '', ...flags] = command;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, flags, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
        if (live) process.stdout.write(chunk);
      });
    }
    const end = (ok: boolean, remark = '') => {
      clearTimeout(timer);
      process.off('exit', killGroup);
      resolve({ name, ok, seconds: (Date.now() - started) / 1000, output: output + remark });
    };
    const killGroup = () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(
      () => {
        killGroup();
        end(false, `\n${name} was stopped: it did not end in time.`);
      },
      timeoutMs ?? 2 ** 31 - 1,
    );
    process.on('exit', killGroup);
    child.once('error', (error) => end(false, `\n${name} could not be started: ${error.message}`));
    child.once('close', (code) => end(code === 0));
  });
}

/** Prints how a command ended: one line when it went well, all of its output when it did not. */
export function printResult({ name, ok, seconds, output }: CommandResult, live = false): void {
  if (!ok && !live) console.log(`\n${output.trim()}\n`);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
}
