import { z } from 'zod';
import { isMasked } from './masked-secret';

/** What a Google service account's key file says of itself; nothing of it is secret. */
export type ServiceAccount = {
  email: string;
  projectId: string;
  /** What a Workspace administrator enters under domain-wide delegation. */
  clientId: string;
  keyId: string;
};

export type ServiceAccountCheck = { ok: true; account: ServiceAccount } | { ok: false; problem: string };

/** Key files are about 2,400 characters long. */
export const longestKeyFile = 20_000;

const names = [
  'project_id',
  'private_key_id',
  'private_key',
  'client_email',
  'client_id',
  'token_uri',
] as const;
const text = z.string().trim().min(1);
const keyFile = z.object({
  project_id: text,
  private_key_id: text,
  private_key: text,
  client_email: text,
  client_id: text,
  token_uri: text,
});

/**
 * Judges a pasted key file of a Google service account. The sentences never quote what was pasted: most of it is secret.
 */
export function checkServiceAccount(pasted: string): ServiceAccountCheck {
  if (isMasked(pasted)) {
    return no('This is a mask and no key. Leave it empty to keep the key that is set, or paste a new file.');
  }
  if (pasted.length > longestKeyFile) return no('This is too long for a service account’s key file.');
  const json = parse(pasted);
  if (json === undefined) {
    return no('This is not JSON. Paste the whole key file, from the first { to the last }.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return no(notAnAccount);
  if ('web' in json || 'installed' in json) {
    return no(
      'This is the file of an OAuth client, not of a service account. Create a key of the account itself.',
    );
  }
  if (!('type' in json) || json.type !== 'service_account') return no(notAnAccount);
  const parsed = keyFile.safeParse(json);
  if (!parsed.success) {
    const missing = names.filter((name) => parsed.error.issues.some(({ path }) => path[0] === name));
    return no(`The key file lacks ${missing.join(', ')}. Paste it as Google made it.`);
  }
  const problem = problemOf(parsed.data);
  if (problem) return no(problem);
  const {
    client_email: email,
    project_id: projectId,
    client_id: clientId,
    private_key_id: keyId,
  } = parsed.data;
  return { ok: true, account: { email, projectId, clientId, keyId } };
}

const notAnAccount = 'This is JSON, but no service account’s key file: its type has to be service_account.';

function problemOf({
  private_key: key,
  client_email: email,
  client_id: id,
  token_uri: uri,
}: z.output<typeof keyFile>) {
  if (!/^-----BEGIN (RSA )?PRIVATE KEY-----\s[\s\S]+\s-----END (RSA )?PRIVATE KEY-----\s*$/.test(key)) {
    return key.includes('\\n')
      ? 'The line breaks of private_key were lost: it holds \\n as letters. Paste the file as Google made it.'
      : 'private_key is no PEM private key, from -----BEGIN to the end of -----END. It may be cut off.';
  }
  if (!z.email().safeParse(email).success) return 'client_email is no e-mail address.';
  if (!/^\d+$/.test(id)) return 'client_id is not the number that Google gives a service account.';
  if (!/^https:\/\/[^/]/.test(uri)) return 'token_uri does not start with https://.';
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function no(problem: string): ServiceAccountCheck {
  return { ok: false, problem };
}
