import 'server-only';
import { createHash } from 'node:crypto';
import { EgressError, postDocument } from '@/lib/egress';
import type { ActivityPush } from '@/lib/generated/prisma/client';
import { signedHeaders } from './secret';

/** How a message ended. The sentence is for the page. */
export type Sent =
  | { ok: true; status: number }
  | { ok: false; status: number | null; sentence: string; retryAfterSeconds: number | null };

const timeoutMs = 10_000;

/**
 * Sends one signed message of whole lines. Its id is made of its content: what is sent again has the same one.
 * Never throws for what the receiver does.
 */
export async function sendLines(
  push: ActivityPush,
  lines: string[],
  options: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<Sent> {
  const body = `${lines.join('\n')}\n`;
  const digest = createHash('sha256').update(`${push.id}\n${body}`).digest('base64url');
  try {
    const { status, retryAfterSeconds } = await postDocument(push.url, {
      timeoutMs,
      ...options,
      body,
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        ...signedHeaders(push, `msg_${digest.slice(0, 32)}`, body),
      },
    });
    if (status >= 200 && status < 300) return { ok: true, status };
    return { ok: false, status, sentence: sentenceOf(status), retryAfterSeconds };
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return { ok: false, status: null, sentence: error.message, retryAfterSeconds: null };
  }
}

function sentenceOf(status: number): string {
  if (status === 401 || status === 403)
    return `It refuses the message with HTTP ${status}: it may hold another signing secret.`;
  if (status >= 300 && status < 400)
    return `It redirects (HTTP ${status}). Give the address it redirects to.`;
  return `It answers with HTTP ${status}.`;
}
