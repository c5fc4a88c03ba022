import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const noInput = z.object({});
export const alarmsOfInput = z.object({ organizationId });
export const acknowledgeInput = z.object({ organizationId, alarmId: z.uuid('There is no such alarm.') });

/** An alarm that nobody has acknowledged. Times are ISO 8601. */
export type AlarmRow = {
  id: string;
  organizationId: string;
  organizationName: string;
  /** Null where the events do not name it. */
  directoryId: string | null;
  deleted: number;
  usersBefore: number | null;
  firstAt: string;
  lastAt: string;
};
