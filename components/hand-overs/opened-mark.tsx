import { useLiveQuery } from '@/components/live/live-query';
import { Status } from '@/components/ui/status';
import type { HandOverRow } from '@/lib/features/hand-overs/schema';
import { formatExactTime } from '@/lib/format';
import { stateWords } from './words';

type Props = { environment: string; organizationId: string; handOverId: string };

const pollMs = 4_000;

/** Whether the link has been opened, as long as one looks. */
export function OpenedMark({ environment, ...ids }: Props) {
  const { data: row } = useLiveQuery<HandOverRow>('handOvers.one', environment, ids, {
    staleTime: 0,
    pollAfter: (last) => (last === undefined || last.state === 'waiting' ? pollMs : false),
  });
  const state = row?.state ?? 'waiting';
  const { tone, words } = stateWords[state];
  return (
    <p role="status" className="text-table">
      <Status tone={tone}>{state === 'waiting' ? 'Not opened yet' : words}</Status>
      {row?.openedAt ? ` at ${formatExactTime(row.openedAt)} by ${row.openedBrowser ?? 'a browser'}` : null}
    </p>
  );
}
