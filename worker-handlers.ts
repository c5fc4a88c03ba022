import { chainHandlers } from '@/lib/audit/chain/handlers';
import { activityHandlers } from '@/lib/features/activity-cache/handlers';
import { pushHandler } from '@/lib/features/activity-push/handler';
import { bulkRevoke } from '@/lib/features/api-keys/bulk-revoke';
import { bulkDisable, bulkEnable } from '@/lib/features/connections/bulk-switch';
import { alarmCatchUp } from '@/lib/features/directory-alarms/catch-up';
import { bulkInvite } from '@/lib/features/members/bulk-invite';
import { bulkEnd } from '@/lib/features/sessions/bulk-end';
import { watchSweep } from '@/lib/features/sign-in-watches/sweep';
import { forgetBudgetHours } from '@/lib/features/system/budget-hours';
import type { JobHandler } from '@/lib/jobs/worker';
import { bulkHandlers } from '@/lib/server/bulk/handlers';
import { walkHandlers } from '@/lib/server/search-index/walk-handler';
import { snapshotHandlers } from '@/lib/server/snapshots/handlers';
import { activityListeners } from './activity-listeners';

/** Everything that a worker does. A feature's handlers enter here. */
export const jobHandlers: JobHandler[] = [
  ...bulkHandlers([bulkInvite, bulkEnable, bulkDisable, bulkEnd, bulkRevoke]),
  ...chainHandlers,
  ...snapshotHandlers,
  forgetBudgetHours,
  ...walkHandlers,
  ...activityHandlers(activityListeners),
  watchSweep,
  alarmCatchUp,
  pushHandler,
];
