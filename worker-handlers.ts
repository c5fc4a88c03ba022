import { bulkRevoke } from '@/lib/features/api-keys/bulk-revoke';
import { bulkDisable, bulkEnable } from '@/lib/features/connections/bulk-switch';
import { bulkInvite } from '@/lib/features/members/bulk-invite';
import { bulkEnd } from '@/lib/features/sessions/bulk-end';
import { watchSweep } from '@/lib/features/sign-in-watches/sweep';
import type { JobHandler } from '@/lib/jobs/worker';
import { bulkHandlers } from '@/lib/server/bulk/handlers';

/** Everything that a worker does. A feature's handlers enter here. */
export const jobHandlers: JobHandler[] = [
  ...bulkHandlers([bulkInvite, bulkEnable, bulkDisable, bulkEnd, bulkRevoke]),
  watchSweep,
];
