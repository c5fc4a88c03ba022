import 'server-only';
import { hkdfSync } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { env } from '@/lib/env';
import { overlapHours } from './schema';

type Keyed = { id: string; secretVersion: number; rotatedAt: Date | null };

/** The signing secret of one version of a push, as a receiver takes it: `whsec_` and 32 bytes in base64. Kept nowhere. */
export function signingSecret(id: string, version: number): string {
  const key = hkdfSync('sha256', env().NEXTAUTH_SECRET, id, `keydesk activity push ${version}`, 32);
  return `whsec_${Buffer.from(key).toString('base64')}`;
}

/** Until when the secret before the last rotation signs beside the new one; null when it does not. */
export function bothUntil({ rotatedAt }: Pick<Keyed, 'rotatedAt'>, now = Date.now()): Date | null {
  const until = rotatedAt && new Date(rotatedAt.getTime() + overlapHours * 3_600_000);
  return until && until.getTime() > now ? until : null;
}

/** The headers of Standard Webhooks for a body; two signatures while a rotation is under way. */
export function signedHeaders(push: Keyed, messageId: string, body: string, now = new Date()) {
  const versions = bothUntil(push, now.getTime())
    ? [push.secretVersion, push.secretVersion - 1]
    : [push.secretVersion];
  const sign = (version: number) => new Webhook(signingSecret(push.id, version)).sign(messageId, now, body);
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': versions.map(sign).join(' '),
  };
}
