import 'server-only';
import { Webhook } from 'standardwebhooks';
import type { RefusalReason } from './schema';

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const longestId = 200;

// Making one decodes its secret.
const verifiers = new Map<string, Webhook>();

/** The message's headers; null when one is missing or cannot be. */
export function readSignature(headers: Headers): Record<string, string> | null {
  const given = names.map((name) => [name, headers.get(name) ?? ''] as const);
  if (given.some(([, value]) => value === '')) return null;
  const id = headers.get('webhook-id') ?? '';
  return id.length <= longestId ? Object.fromEntries(given) : null;
}

/**
 * Whether one of the secrets signed this body within five minutes of now.
 * @returns null when it did, else what is wrong
 */
export function verifyWebhook(
  body: Buffer,
  headers: Record<string, string>,
  secrets: string[],
): Extract<RefusalReason, 'signature' | 'time'> | null {
  for (const secret of secrets) {
    try {
      verifierOf(secret).verify(body, headers, { jsonParse: false });
      return null;
    } catch (error) {
      if (/too (old|new)/.test(String(error))) return 'time';
    }
  }
  return 'signature';
}

function verifierOf(secret: string): Webhook {
  const verifier = verifiers.get(secret) ?? new Webhook(secret);
  verifiers.set(secret, verifier);
  return verifier;
}
