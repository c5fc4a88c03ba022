import { timestampMs } from '@bufbuild/protobuf/wkt';
import { eventsPb } from '@/lib/scalekit/services';
import { type Rows, rowsBetween } from '../rows';
import type { Store } from '../store';
import type { EventRow } from './rows';

/** The events that pass every part of the filter, oldest first. What matches nothing gives an empty list. */
export function findEvents(store: Store, filter: eventsPb.EventFilter | undefined): Rows<EventRow> {
  if (!filter) return store.events.all();
  const conditions = conditionsOf(filter);
  const from = filter.startTime && timestampMs(filter.startTime);
  const until = filter.endTime && timestampMs(filter.endTime);
  const narrowed = narrow(store, filter);
  const isTimed = from !== undefined || until !== undefined;
  const candidates = isTimed ? rowsBetween(narrowed, from, until) : narrowed;
  if (conditions.length === 0) return candidates;
  return candidates.filter((row) => conditions.every((holds) => holds(row)));
}

// By index where there is one; the rest is looked through.
function narrow(store: Store, { authRequestId, organizationId }: eventsPb.EventFilter): Rows<EventRow> {
  if (authRequestId) return store.events.findBy('authRequestId', authRequestId);
  return organizationId ? store.events.findBy('organizationId', organizationId) : store.events.all();
}

type Condition = (row: EventRow) => boolean;

function conditionsOf(filter: eventsPb.EventFilter): Condition[] {
  const conditions: Condition[] = [];
  const { authRequestId, connectedAccountId, connectionId, eventTypes, organizationId, source } = filter;
  if (eventTypes.length > 0) conditions.push((row) => eventTypes.includes(row.type));
  if (authRequestId && organizationId) conditions.push((row) => row.organizationId === organizationId);
  if (source) conditions.push((row) => row.source === eventsPb.Source[source]);
  if (connectionId) conditions.push((row) => connectionOf(row) === connectionId);
  if (connectedAccountId) {
    conditions.push((row) => row.object === 'ConnectedAccount' && row.data.id === connectedAccountId);
  }
  // No interceptor ever runs here, so no event has one.
  if (filter.interceptorId || filter.interceptorStatus || filter.interceptorDecision) {
    conditions.push(() => false);
  }
  return conditions;
}

function connectionOf(row: EventRow): unknown {
  return row.object === 'Connection' ? row.data.id : (row.connectionId ?? row.data.connection_id);
}
