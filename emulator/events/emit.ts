import type { JsonObject } from '@bufbuild/protobuf';
import type { Environment } from '../environment';
import { eventTypes } from './event-types.data';
import type { EventObject, EventRow, EventType } from './rows';

export type NewEvent = {
  type: EventType;
  organizationId?: string;
  /** What the type says, when unset. */
  object?: EventObject;
  /** Documented field names in snake case; times as RFC 3339 text; no undefined values. */
  data: JsonObject;
  /** What the type says, when unset. */
  displayName?: string;
  /** `DIR_SYNC` for the directory's own changes. */
  source?: EventRow['source'];
  authRequestId?: string;
  connectionId?: string;
  /** When it happened, in milliseconds; now, when unset. */
  at?: number;
};

/** Stores an event and tells those who listen: webhooks are sent from there. */
export function emitEvent(environment: Environment, event: NewEvent): EventRow {
  const { clock, newId, store } = environment;
  const { type, organizationId, data, authRequestId, connectionId, at = clock.now() } = event;
  const row = store.events.put({
    id: newId('evt'),
    createdAt: at,
    type,
    object: event.object ?? eventTypes[type].object,
    organizationId,
    displayName: event.displayName ?? eventTypes[type].displayName ?? undefined,
    data,
    source: event.source ?? 'SCALEKIT',
    authRequestId,
    connectionId,
  });
  for (const listener of environment.eventListeners) listener(row);
  return row;
}
