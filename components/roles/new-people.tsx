import { comparePermissions } from '@/lib/role-changes';
import { roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { GainAndLoss } from './gain-and-loss';
import { displayNameOf } from './words';

type Props = {
  /** `New members` */
  who: string;
  roles: RoleRow[];
  current: string;
  chosen: string;
};

/** What those who come get by another default. */
export function NewPeople({ who, roles, current, chosen }: Props) {
  const graph = roleGraph(roles);
  const { gained, lost } = comparePermissions({ graph, roles: [current] }, { graph, roles: [chosen] });
  return (
    <div className="rounded border border-line px-3 py-2">
      <p className="font-medium">
        {who} get {displayNameOf(roles, chosen)} instead of {displayNameOf(roles, current)}
      </p>
      {gained.length + lost.length === 0 ? (
        <p className="text-table text-quiet">Both bring the same permissions.</p>
      ) : (
        <GainAndLoss gained={gained} lost={lost} />
      )}
    </div>
  );
}
