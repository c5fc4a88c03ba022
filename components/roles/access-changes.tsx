import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatCount, formatQuantity } from '@/lib/format';
import {
  type AccessChange,
  type AccessUse,
  compareAccess,
  comparePermissions,
  graphAfter,
  type RoleChange,
} from '@/lib/role-changes';
import { heirsOf, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { GainAndLoss } from './gain-and-loss';
import { OrganizationShares } from './organization-shares';
import type { AccessUseQuery } from './use-role-use';
import { displayNames, type PeopleWords, peopleOf } from './words';

type Props = {
  roles: RoleRow[];
  change: RoleChange;
  use: AccessUseQuery;
  /** Whom the change can concern: the members of one organization, unless said. */
  people?: PeopleWords;
};

/** Before a write: what the change takes from people and gives to them, computed from who has the role now. */
export function AccessChanges({ roles, change, use, people = peopleOf.organization }: Props) {
  return (
    <section aria-label="Who gains and who loses" className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="font-medium">Who gains and who loses</h3>
      {change.kind === 'edit' ? <RoleItself roles={roles} change={change} /> : null}
      {use.isPending ? <Skeleton className="h-12" /> : null}
      {use.error ? (
        <Notice tone="warning" title={people.unread} requestId={use.error.requestId}>
          {use.error.message} What is above holds for everybody who has it.
        </Notice>
      ) : null}
      {use.data ? <People roles={roles} change={change} use={use.data} words={people} /> : null}
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

type PeopleProps = { roles: RoleRow[]; change: RoleChange; use: AccessUse; words: PeopleWords };

function People({ roles, change, use, words }: PeopleProps) {
  const groups = compareAccess(roleGraph([...roles, ...(use.heirs ?? [])]), use.holders, change);
  const partial = use.read < use.total;
  return (
    <>
      {groups.length === 0 ? (
        <p>
          {partial
            ? `Nobody of the ${formatQuantity(use.read, words.read)} that were read has it.`
            : words.nobody}
        </p>
      ) : (
        <ul aria-label="People" className="flex flex-col gap-2">
          {groups.map((group) => (
            <Group key={`${group.gained} ${group.lost}`} group={group} words={words} />
          ))}
        </ul>
      )}
      {partial ? (
        <Notice
          tone="warning"
          title={`${formatCount(use.read)} of ${formatQuantity(use.total, words.read)} were read`}
        >
          Among the others there may be more people with this role; they are not counted here.
        </Notice>
      ) : null}
      {use.unknown ? (
        <p className="text-table text-quiet">
          {formatQuantity(use.unknown, 'membership has', 'memberships have')} a role of the organization’s own
          of which Scalekit does not say here what it stands on.
        </p>
      ) : null}
    </>
  );
}

function Group({ group, words }: { group: AccessChange; words: PeopleWords }) {
  const isSame = group.gained.length + group.lost.length === 0;
  const more = group.count - group.examples.length;
  return (
    <li className="rounded border border-line px-3 py-2">
      <p className="font-medium">
        {formatQuantity(group.count, words.one, words.many)}
        {isSame ? <span className="font-normal">: nothing changes for them</span> : null}
      </p>
      <GainAndLoss gained={group.gained} lost={group.lost} />
      <OrganizationShares shares={group.organizations} />
      <p className="text-table text-quiet wrap-anywhere">
        {group.examples.join(', ')}
        {more > 0 ? ` and ${formatCount(more)} more` : ''}
      </p>
    </li>
  );
}
