import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { RoleRow, RoleUse } from '@/lib/features/roles/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import {
  type AccessChange,
  compareAccess,
  comparePermissions,
  graphAfter,
  type RoleChange,
} from '@/lib/role-changes';
import { heirsOf, roleGraph } from '@/lib/role-graph';
import { GainAndLoss } from './gain-and-loss';
import type { RoleUseQuery } from './use-role-use';
import { displayNames } from './words';

type Props = { roles: RoleRow[]; change: RoleChange; use: RoleUseQuery };

/** Before a write: what the change takes from people and gives to them, computed from who has the role now. */
export function AccessChanges({ roles, change, use }: Props) {
  return (
    <section aria-label="Who gains and who loses" className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="font-medium">Who gains and who loses</h3>
      {change.kind === 'edit' ? <RoleItself roles={roles} change={change} /> : null}
      {use.isPending ? <Skeleton className="h-12" /> : null}
      {use.error ? (
        <Notice tone="warning" title="Who has this role could not be read." requestId={use.error.requestId}>
          {use.error.message} What is above holds for everybody who has it.
        </Notice>
      ) : null}
      {use.data ? <People roles={roles} change={change} use={use.data} /> : null}
    </section>
  );
}

type RoleItselfProps = { roles: RoleRow[]; change: Extract<RoleChange, { kind: 'edit' }> };

function RoleItself({ roles, change }: RoleItselfProps) {
  const graph = roleGraph(roles);
  const only = [change.name];
  const { gained, lost } = comparePermissions(
    { graph, roles: only },
    { graph: graphAfter(graph, change), roles: only },
  );
  if (gained.length + lost.length === 0)
    return <p className="text-quiet">What the role brings stays the same.</p>;
  const heirs = heirsOf(graph, change.name);
  return (
    <div>
      <GainAndLoss gained={gained} lost={lost} />
      {heirs.length > 0 ? (
        <p className="text-table text-quiet">
          Roles that extend it change as well: {displayNames(roles, heirs)}.
        </p>
      ) : null}
    </div>
  );
}

function People({ roles, change, use }: { roles: RoleRow[]; change: RoleChange; use: RoleUse }) {
  const groups = compareAccess(roleGraph(roles), use.holders, change);
  const partial = use.read < use.total;
  return (
    <>
      {groups.length === 0 ? (
        <p>
          {partial
            ? `Nobody of the ${formatCount(use.read)} members that were read has it.`
            : 'Nobody has it, neither a member nor somebody who is invited.'}
        </p>
      ) : (
        <ul aria-label="People" className="flex flex-col gap-2">
          {groups.map((group) => (
            <Group key={`${group.gained} ${group.lost}`} group={group} />
          ))}
        </ul>
      )}
      {partial ? (
        <Notice
          tone="warning"
          title={`${formatCount(use.read)} of ${formatQuantity(use.total, 'member')} were read`}
        >
          Among the others there may be more people with this role; they are not counted here.
        </Notice>
      ) : null}
    </>
  );
}

function Group({ group }: { group: AccessChange }) {
  const isSame = group.gained.length + group.lost.length === 0;
  const more = group.count - group.examples.length;
  return (
    <li className="rounded border border-line px-3 py-2">
      <p className="font-medium">
        {formatQuantity(group.count, 'person', 'people')}
        {isSame ? <span className="font-normal">: nothing changes for them</span> : null}
      </p>
      <GainAndLoss gained={group.gained} lost={group.lost} />
      <p className="text-table text-quiet wrap-anywhere">
        {group.examples.join(', ')}
        {more > 0 ? ` and ${formatCount(more)} more` : ''}
      </p>
    </li>
  );
}
