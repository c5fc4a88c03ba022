import { z } from 'zod';
import type { ControlEndpoints } from '../control';
import type { Environment } from '../environment';
import { addWebhookEndpoint, endpointSchema, eventTypeSchema } from './endpoints';
import type { WebhookDeliveryRow, WebhookEndpointRow } from './rows';
import { sampleEvent } from './sample-events';
import type { WebhookSender } from './sender';

const testSchema = z.strictObject({ type: eventTypeSchema, endpoint: z.string().optional() });

/** Endpoints that register receivers, show what they were sent and send them samples. */
export function webhookControls(environment: Environment, sender: WebhookSender): ControlEndpoints {
  const { store } = environment;
  return {
    'GET webhooks': () => ({ endpoints: store.webhookEndpoints.all().map(withoutSecret) }),

    // The one answer that holds the secret.
    'POST webhooks': async (request) =>
      describeEndpoint(addWebhookEndpoint(environment, endpointSchema.parse(await request.json()))),

    // One by `?id=`, or all.
    'DELETE webhooks': (request) => {
      const id = new URL(request.url).searchParams.get('id');
      const ids = id ? [id] : store.webhookEndpoints.all().map((row) => row.id);
      return { deleted: ids.filter((one) => store.webhookEndpoints.delete(one)) };
    },

    'POST webhooks/test': async (request) => {
      const { type, endpoint } = testSchema.parse(await request.json());
      const rows = sender.send(sampleEvent(environment, type), endpoint);
      return { deliveries: rows.map(({ id }) => id) };
    },

    // Newest first.
    'GET webhooks/deliveries': () => ({
      deliveries: [...store.webhookDeliveries.all()].reverse().map(describeDelivery),
    }),
  };
}

function describeEndpoint({ createdAt, ...row }: WebhookEndpointRow) {
  return { ...row, createdAt: new Date(createdAt).toISOString() };
}

function withoutSecret(row: WebhookEndpointRow) {
  const { secret: _, ...shown } = describeEndpoint(row);
  return shown;
}

function describeDelivery({ body, createdAt, nextAttemptAt, attempts, ...row }: WebhookDeliveryRow) {
  return {
    ...row,
    createdAt: new Date(createdAt).toISOString(),
    nextAttemptAt: nextAttemptAt === undefined ? null : new Date(nextAttemptAt).toISOString(),
    attempts: attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at).toISOString() })),
    event: JSON.parse(body),
  };
}
