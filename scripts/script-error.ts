/** A sentence for the person at the terminal: printed without a stack, exit code 1. */
export class ScriptError extends Error {}

const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Says which path may not be written, when that is what went wrong; else gives the error back as it is. */
export function explainRefusal(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC') return new ScriptError(`The disk that holds ${path} is full.`);
  if (!REFUSED.has(code)) return error;
  const blocked = (error as NodeJS.ErrnoException).path ?? path;
  return new ScriptError(
    `Keydesk may not write to ${blocked} (${code}). Give the folder to the user who runs this.`,
  );
}

/** Runs a script to its end: a ScriptError is printed as its sentence, anything else with its stack. */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error);
    process.exitCode = 1;
  }
}
