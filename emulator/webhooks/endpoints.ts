import { z } from 'zod';
import type { Environment } from '../environment';
import { eventTypes } from '../events/event-types.data';
import type { EventType } from '../events/rows';
import type { WebhookEndpointRow } from './rows';
import { newWebhookSecret } from './sign';

/** One of the 41 event types. */
export const eventTypeSchema = z.enum(Object.keys(eventTypes) as [EventType, ...EventType[]]);

/** What a receiver is registered with. */
export const endpointSchema = z.strictObject({
  url: z.url().refine(isLoopback, 'The emulator delivers to loopback addresses only.'),
  secret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'A secret is whsec_ and base64.')
    .optional(),
  eventTypes: z.array(eventTypeSchema).min(1).optional(),
});

export type EndpointInput = z.input<typeof endpointSchema>;

/** Registers a receiver; without a secret it gets a new one. @throws ZodError */
export function addWebhookEndpoint({ clock, newId, store }: Environment, input: EndpointInput) {
  const { secret = newWebhookSecret(), ...endpoint } = endpointSchema.parse(input);
  const row: WebhookEndpointRow = { id: newId('ep'), createdAt: clock.now(), secret, ...endpoint };
  return store.webhookEndpoints.put(row);
}

/** Sees to it that these are registered, once each: an endpoint of the same URL is replaced. @throws ZodError */
export function ensureWebhookEndpoints(environment: Environment, inputs: EndpointInput[]): void {
  const { webhookEndpoints } = environment.store;
  for (const input of inputs) {
    const known = webhookEndpoints.all().find(({ url }) => url === input.url);
    if (known) webhookEndpoints.delete(known.id);
    addWebhookEndpoint(environment, input);
  }
}

// Invented customers must not reach a machine that is not this one.
function isLoopback(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
