import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The command line of a running process; undefined when none has this id. */
export function findCommand(pid: number): string | undefined {
  return read(() =>
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }),
  );
}

/** When a running process started, in the system's own words: tells it from a later one with the same id. */
export function findStartTime(pid: number): string | undefined {
  return read(() =>
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')[19]
      : execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }),
  );
}

function read(source: () => string | undefined): string | undefined {
  try {
    return source()?.trim() || undefined;
  } catch {
    return undefined;
  }
}
