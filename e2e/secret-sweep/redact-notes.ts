import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secret } from './needles';

/**
 * Takes the secrets out of what Playwright wrote down about failed tests: it copies the words of the page, and no
 * setting stops it. Their own failure is reported already; the sweep is to report what Keydesk leaks.
 */
export async function redactNotes(outputFolder: string, secrets: Secret[]): Promise<void> {
  const names = await readdir(outputFolder, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('error-context.md'))) {
    const file = join(outputFolder, name);
    let text = await readFile(file, 'utf8');
    for (const { kind, value } of secrets) text = text.replaceAll(value, `[${kind}]`);
    await writeFile(file, text);
  }
}
