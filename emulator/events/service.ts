import type { eventsPb, services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import { findEvents } from './filter';
import { toScalekitEvent } from './messages';

const sizes = { fallback: 10, limit: 100 };

/** EventsService, as far as a client token may call it: what happened, newest first. */
export function eventService(environment: Environment): Implementation<typeof services.events> {
  function listPage(request: eventsPb.ListEventsRequest | eventsPb.ListEventsPaginatedRequest) {
    const { items, ...page } = paginate(findEvents(environment.store, request.filter), request, sizes);
    return { ...page, events: items.map((row) => toScalekitEvent(environment, row)) };
  }

  return {
    listEvents: listPage,

    // The same without a total.
    listEventsPaginated(request) {
      const { totalSize: _, ...page } = listPage(request);
      return page;
    },
  };
}
