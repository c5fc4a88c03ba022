import 'server-only';
import { activityOutcomeWords, periodWords, sourceWords } from '@/components/activity/words';
import type { QueryValues } from '@/lib/activity/completion';
import { changeTypes, eventTypes, loginTypes } from '@/lib/activity/event-types.data';
import { activityOutcomes, activityPeriods, activitySources } from '@/lib/activity/filter';
import { permissions } from '@/lib/auth/permissions';

type Choice = { value: string; label: string };

/** What the pickers and the completion offer. Acts of our staff are types too, for who may read them. */
export function choicesFor(withStaff: boolean): { types: Choice[]; values: QueryValues } {
  const acts = Object.keys(permissions).filter((name) => !name.endsWith('.read'));
  const types = [
    ...[...eventTypes, ...loginTypes, ...changeTypes].map(({ type, label, group }) => ({
      value: type,
      label: `${label} (${group})`,
    })),
    ...(withStaff ? acts.map((value) => ({ value, label: 'Act of our staff' })) : []),
  ];
  return {
    types,
    values: {
      type: types,
      outcome: activityOutcomes.map((value) => ({
        value,
        label: activityOutcomeWords[value]?.label ?? value,
      })),
      source: activitySources.map((value) => ({ value, label: sourceWords[value] ?? value })),
      period: Object.keys(activityPeriods).map((value) => ({ value, label: periodWords[value] ?? value })),
    },
  };
}
