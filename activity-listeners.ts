import type { ActivityListener } from '@/lib/audit/activity/listeners';

/** Who hears of what happened at Scalekit, once it is stored. A feature's listener enters here. */
export const activityListeners: ActivityListener[] = [];
