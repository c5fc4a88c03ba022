import { FreshnessLine } from '@/components/desk/freshness-line';
import { BudgetMeter } from '@/components/frame/budget-meter';
import { getDeskFreshness } from '@/lib/features/desk/queries';
import { readApiBudget } from '@/lib/features/environments/queries';
import { settle } from '@/lib/server/settle';

/** How old everything below is. */
export async function FreshnessPanel({ environment }: { environment: string }) {
  const freshness = await settle(getDeskFreshness(environment, {}));
  return freshness.ok ? (
    <FreshnessLine freshness={freshness.data} />
  ) : (
    <p className="text-table">{freshness.error.message}</p>
  );
}

/** What of this minute's calls is spent. */
export async function BudgetPanel({ environment }: { environment: string }) {
  const budget = await settle(readApiBudget(environment, {}));
  return budget.ok ? <BudgetMeter {...budget.data} /> : <p className="text-quiet">{budget.error.message}</p>;
}
