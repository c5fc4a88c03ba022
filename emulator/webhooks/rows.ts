import type { EventType } from '../events/rows';
import type { Row } from '../rows';

/** A registered receiver. */
export type WebhookEndpointRow = Row & {
  url: string;
  /** `whsec_` and base64: what signatures are made with. */
  secret: string;
  /** Absent: all of them. */
  eventTypes?: EventType[];
};

/** One try. `status` is null when there was no answer; then `error` says why. Times in milliseconds. */
export type WebhookAttempt = { at: number; durationMs: number; status: number | null; error?: string };

/** A message to one endpoint. `messageId` and `body` are the same in each try. */
export type WebhookDeliveryRow = Row & {
  endpointId: string;
  messageId: string;
  eventId: string;
  eventType: EventType;
  body: string;
  state: 'pending' | 'delivered' | 'failed';
  attempts: WebhookAttempt[];
  /** When it is tried next; absent when it is not. */
  nextAttemptAt?: number;
};
