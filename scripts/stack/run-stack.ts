import { onStopRequest } from '../on-stop-request';
import { readStackSettings } from './settings';
import { type Stack, startStack } from './start-stack';

/** Runs the demo in the terminal until Ctrl-C, a SIGTERM, or the death of one of its parts. */
export async function runStack(mode: 'production' | 'development'): Promise<void> {
  const settings = readStackSettings(process.env);
  const started = Date.now();
  const stopping = new AbortController();
  const { signal } = stopping;
  onStopRequest(() => stopping.abort());
  console.log(
    mode === 'production' ? 'Starting Keydesk; the first start takes a minute' : 'Starting Keydesk',
  );
  const onStep = (words: string) => console.log(`  ${words}`);
  const stack = await startStack({ ...settings, mode, onStep, signal }).catch((error) => {
    if (!signal.aborted) throw error;
  });
  if (!stack) return;
  printWelcome(stack, (Date.now() - started) / 1000, settings.dataFolder);
  try {
    const interrupted = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
    await Promise.race([interrupted, stack.failure]);
  } finally {
    console.log('Stopping');
    await stack.stop();
  }
}

function printWelcome(stack: Stack, seconds: number, dataFolder: string): void {
  const people = stack.production.people.map(
    ({ name, email, role }) => `    ${(role ?? 'refused').padEnd(10)}${name} <${email}>`,
  );
  console.log(`
Keydesk runs (${seconds.toFixed(1)} s). Ctrl-C stops it; the data stays in ${dataFolder}.

  Console                ${stack.consoleUrl}
  Scalekit, production   ${stack.production.url}
  Scalekit, development  ${stack.development.url}
  Mail                   ${stack.production.url}/mailbox

  Sign in as one of these; there are no passwords:
${people.join('\n')}
`);
}
