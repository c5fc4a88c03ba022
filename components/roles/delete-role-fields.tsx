import { useWatch } from 'react-hook-form';
import type { RoleChange } from '@/lib/role-changes';
import { heirsOf, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { AccessChanges } from './access-changes';
import { RoleField } from './role-field';
import type { AccessUseQuery } from './use-role-use';
import type { PeopleWords } from './words';

type Props = {
  roles: RoleRow[];
  role: RoleRow;
  use: AccessUseQuery;
  people?: PeopleWords;
  /** Why Scalekit would not delete it without a successor; null where it would, as far as is known. */
  reasonToReplace: string | null;
};

/** Which role takes the place of the deleted one, and who gains and who loses by that. */
export function DeleteRoleFields({ roles, role, use, people, reasonToReplace }: Props) {
  const { name } = role;
  const successor: string = useWatch({ name: 'successor' });
  const heirs = heirsOf(roleGraph(roles), name);
  const change: RoleChange = { kind: 'delete', name, successor: successor || null };
  return (
    <>
      <RoleField
        name="successor"
        label="Role that takes its place"
        help="Who has the deleted role gets this one, and so do groups that give it."
        // One that extends the deleted role would have to stand on itself.
        roles={roles.filter((one) => one.name !== name && !heirs.includes(one.name))}
        none="None: delete it only if nobody has it"
      />
      {!successor && reasonToReplace ? (
        <p className="text-quiet">
          Choose the role that takes its place to see who gains and who loses. Scalekit does not delete this
          one without.
        </p>
      ) : (
        <AccessChanges roles={roles} change={change} use={use} people={people} />
      )}
    </>
  );
}
