import 'server-only';
import { db } from '@/lib/db';
import type { JobHandler } from '@/lib/jobs/worker';
import { type BudgetHour, budgetDays } from './schema';

const hourMs = 3_600_000;
const keptMs = budgetDays * 24 * hourMs;

/** What each hour of the last seven days took, oldest first, the present one last. Hours without a call are there too. */
export async function readBudgetHours(environment: string, now = Date.now()): Promise<BudgetHour[]> {
  const last = Math.floor(now / hourMs) * hourMs;
  const first = last - keptMs + hourMs;
  const rows = await db().apiBudgetHour.findMany({
    where: { environment, hour: { gte: new Date(first), lte: new Date(last) } },
  });
  const byHour = new Map(rows.map((row) => [row.hour.getTime(), row]));
  return Array.from({ length: budgetDays * 24 }, (_, index) => {
    const hour = first + index * hourMs;
    const { taken = 0, limits = 0 } = byHour.get(hour) ?? {};
    return { hour: new Date(hour).toISOString(), taken, limits };
  });
}

/** Once an hour, forgets what is older than the chart. */
export const forgetBudgetHours: JobHandler = {
  name: 'forget-budget-hours',
  atOnce: 1,
  every: '23 * * * *',
  run: async () => {
    await db().apiBudgetHour.deleteMany({ where: { hour: { lt: new Date(Date.now() - keptMs) } } });
  },
};
