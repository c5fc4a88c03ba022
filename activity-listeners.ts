import type { ActivityListener } from '@/lib/audit/activity/listeners';
import { wakePushes } from '@/lib/features/activity-push/wake';
import { hearDeletions } from '@/lib/features/directory-alarms/hear';
import { indexEvents } from '@/lib/server/search-index/events';

/** Who hears of what happened at Scalekit, once it is stored. A feature's listener enters here. */
export const activityListeners: ActivityListener[] = [
  {
    name: 'search index',
    hear: (environment, rows) =>
      indexEvents(
        environment,
        rows
          .filter(({ stream }) => stream === 'event')
          .map(({ type, organizationId, data, at }) => ({
            type,
            organizationId: organizationId ?? null,
            data: data ?? {},
            occurredAt: new Date(at),
          })),
      ),
  },
  { name: 'activity push', hear: wakePushes },
  // Not waited for: it counts a moment later, once for all that came until then.
  { name: 'directory alarms', hear: async (environment, rows) => void hearDeletions(environment, rows) },
];
