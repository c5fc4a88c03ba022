import 'server-only';
import { z } from 'zod';
import { eventRow } from '@/lib/audit/activity/from-event';
import type { Stored } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import type { ScalekitEnvironment } from '@/lib/env';
import { logger } from '@/lib/logger';
import { countRefusal } from './count-refusals';
import { readBody } from './read-body';
import type { RefusalReason } from './schema';
import { storeDelivery } from './store-deliveries';
import { readSignature, verifyWebhook } from './verify-webhook';

/** What to answer, and what is new: for the listeners, after the answer. */
export type Received = { status: number; message: string; rows: ActivityRow[]; stored: Stored };

const text = z.string().max(500).nullish().catch(undefined);

/** As little as an event needs to be kept. Types that nobody knows yet are taken too. */
const envelopeSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string().min(1).max(200),
  occurred_at: text,
  organization_id: text,
  object: text,
  display_name: text,
  data: z.record(z.string(), z.unknown()).nullish(),
});

const statuses: Record<RefusalReason, number> = {
  signature: 401,
  time: 401,
  headers: 400,
  size: 413,
  shape: 400,
  no_secret: 503,
};
const messages: Record<RefusalReason, string> = {
  signature: 'The signature does not fit.',
  time: 'The message is more than five minutes old, or from the future.',
  headers: 'webhook-id, webhook-timestamp and webhook-signature belong to a webhook.',
  size: 'The body is larger than 1 MB.',
  shape: 'The body is no event.',
  no_secret: 'This environment has no webhook secret in the settings of this console.',
};
const nothing: Stored = { added: [], changed: [] };

/**
 * Takes a webhook of Scalekit's: size, signature and time are looked at, then it is stored, and only then is the answer
 * 2xx. One that came before is 2xx too. Nothing of it is logged. Never throws.
 */
export async function receiveWebhook(environment: ScalekitEnvironment, request: Request): Promise<Received> {
  const receivedAt = new Date();
  const { name, webhookSecrets = [] } = environment;
  if (webhookSecrets.length === 0) return refuse(name, 'no_secret');
  const headers = readSignature(request.headers);
  if (!headers) return refuse(name, 'headers');
  const body = await readBody(request).catch(() => undefined);
  if (body === undefined) return refuse(name, 'shape');
  if (body === null) return refuse(name, 'size');
  const wrong = verifyWebhook(body, headers, webhookSecrets);
  if (wrong) return refuse(name, wrong);
  const envelope = envelopeSchema.safeParse(parseJson(body));
  if (!envelope.success) return refuse(name, 'shape');
  const row = toRow(name, envelope.data, receivedAt);
  try {
    const stored = await storeDelivery({ messageId: headers['webhook-id'] ?? '', row });
    return { status: 200, message: 'Stored.', rows: [row], stored };
  } catch (err) {
    logger.error({ err, environment: name }, 'A webhook could not be stored; Scalekit sends it again');
    return { status: 503, message: 'It could not be stored. Send it again.', rows: [], stored: nothing };
  }
}

function toRow(environment: string, envelope: z.output<typeof envelopeSchema>, receivedAt: Date) {
  const { id, type, occurred_at, organization_id, object, display_name, data } = envelope;
  const event = {
    ...{ id, type, data: data ?? {} },
    occurredAt: occurred_at ?? undefined,
    organizationId: organization_id ?? undefined,
    object: object ?? undefined,
    displayName: display_name ?? undefined,
  };
  return eventRow(environment, event, receivedAt);
}

function refuse(environment: string, reason: RefusalReason): Received {
  countRefusal(environment, reason);
  return { status: statuses[reason], message: messages[reason], rows: [], stored: nothing };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
