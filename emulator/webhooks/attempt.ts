import type { Clock } from '../clock';
import type { WebhookAttempt, WebhookDeliveryRow, WebhookEndpointRow } from './rows';
import { signWebhook } from './sign';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after the one before each try comes: eight tries in a bit more than a day. */
export const retryDelays = [0, 5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour];

/** Sends a message once. Only an answer of 2xx counts; redirects are not followed. Never throws. */
export async function attemptDelivery(
  clock: Clock,
  endpoint: WebhookEndpointRow,
  { body, messageId }: WebhookDeliveryRow,
  timeoutMs: number,
): Promise<WebhookAttempt> {
  const at = clock.now();
  const started = performance.now();
  const timestamp = Math.floor(at / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'scalekit-emulator',
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook(endpoint.secret, messageId, timestamp, body),
  };
  const outcome = await post(endpoint.url, headers, body, timeoutMs);
  return { at, durationMs: Math.round(performance.now() - started), ...outcome };
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<Pick<WebhookAttempt, 'status' | 'error'>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { status: null, error: describeFailure(error, timeoutMs) };
  }
}

function describeFailure(error: unknown, timeoutMs: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return `no answer in ${timeoutMs} ms`;
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? cause?.message ?? message;
}
