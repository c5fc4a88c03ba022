import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { explainRefusal, ScriptError } from '../script-error';

const LENGTH = 43;

/**
 * The secret that seals staff cookies, made on first use and kept in `nextauth-secret` (mode 0600) of the data
 * folder: a new one at every start would sign everyone out.
 */
export function keepNextauthSecret(dataFolder: string): Promise<string> {
  return keepSecret(join(dataFolder, 'nextauth-secret'), 'everyone signs in again');
}

/** What the emulators sign their webhooks with, kept likewise: `whsec_` and base64, one for all environments. */
export async function keepWebhookSecret(dataFolder: string): Promise<string> {
  const kept = await keepSecret(join(dataFolder, 'webhook-secret'), 'the emulators get it at the next start');
  return `whsec_${Buffer.from(kept).toString('base64')}`;
}

async function keepSecret(file: string, consequence: string): Promise<string> {
  try {
    const kept = await readFile(file, 'utf8');
    if (kept.trim().length >= LENGTH) return kept.trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw explainRefusal(error, resolve(file));
    return createSecret(file);
  }
  throw new ScriptError(`${resolve(file)} is damaged. Delete it to have a new one made; ${consequence}.`);
}

async function createSecret(file: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' }).catch((error) => {
    throw explainRefusal(error, resolve(file));
  });
  return secret;
}
