import type { Environment } from '../environment';
import { toEventEnvelope } from '../events/messages';
import type { EventRow } from '../events/rows';
import { attemptDelivery, retryDelays } from './attempt';
import type { WebhookDeliveryRow } from './rows';

/** Finished deliveries beyond this many are forgotten, oldest first. */
const keptDeliveries = 1000;
/** How often waiting deliveries are looked at: the clock may be moved meanwhile. */
const pollMs = 1000;

export type WebhookSender = {
  /** Queues an event for the endpoints that want its type, or for one endpoint. */
  send: (event: EventRow, endpointId?: string) => WebhookDeliveryRow[];
  /** Tries what is due; resolves when the answers are in. Runs by itself, too. */
  deliverDue: () => Promise<void>;
  stop: () => void;
};

/** Sends events to webhook endpoints, and again by the documented schedule until one is taken. */
export function createWebhookSender(environment: Environment, timeoutMs = 10_000): WebhookSender {
  const { clock, newId, store } = environment;
  const underway = new Set<string>();
  const timer = setInterval(() => void deliverDue(), pollMs);
  timer.unref();
  let stopped = false;

  async function deliverDue(): Promise<void> {
    const now = clock.now();
    const due = store.webhookDeliveries
      .findBy('state', 'pending')
      .filter(({ id, nextAttemptAt = 0 }) => nextAttemptAt <= now && !underway.has(id));
    await Promise.all(due.map(deliver));
  }

  async function deliver(row: WebhookDeliveryRow): Promise<void> {
    const endpoint = store.webhookEndpoints.get(row.endpointId);
    if (!endpoint) {
      store.webhookDeliveries.put({ ...row, state: 'failed', nextAttemptAt: undefined });
      return;
    }
    underway.add(row.id);
    const attempt = await attemptDelivery(clock, endpoint, row, timeoutMs);
    underway.delete(row.id);
    // It may be gone meanwhile: a reset.
    if (stopped || !store.webhookDeliveries.get(row.id)) return;
    const attempts = [...row.attempts, attempt];
    const taken = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
    const delay = retryDelays[attempts.length];
    const retries = !taken && delay !== undefined;
    store.webhookDeliveries.put({
      ...row,
      attempts,
      state: taken ? 'delivered' : retries ? 'pending' : 'failed',
      nextAttemptAt: retries ? clock.now() + delay : undefined,
    });
  }

  function forget(): void {
    const surplus = store.webhookDeliveries.size - keptDeliveries;
    if (surplus <= 0) return;
    const finished = store.webhookDeliveries.all().filter(({ state }) => state !== 'pending');
    for (const { id } of finished.slice(0, surplus)) store.webhookDeliveries.delete(id);
  }

  return {
    send(event, endpointId) {
      const endpoints = store.webhookEndpoints
        .all()
        .filter(({ id, eventTypes }) =>
          endpointId ? id === endpointId : (eventTypes?.includes(event.type) ?? true),
        );
      if (endpoints.length === 0) return [];
      const message = {
        createdAt: clock.now(),
        messageId: newId('msg'),
        eventId: event.id,
        eventType: event.type,
        body: JSON.stringify(toEventEnvelope(environment, event)),
        state: 'pending' as const,
        attempts: [],
        nextAttemptAt: clock.now(),
      };
      const rows = endpoints.map(({ id }) =>
        store.webhookDeliveries.put({ ...message, id: newId('whd'), endpointId: id }),
      );
      forget();
      setImmediate(() => void deliverDue());
      return rows;
    },
    deliverDue,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
