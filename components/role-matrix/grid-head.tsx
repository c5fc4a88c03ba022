import Link from 'next/link';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';
import type { MatrixRole } from '@/lib/role-matrix';
import type { Slot } from './slots';
import type { Place } from './use-active-cell';

type Props = {
  environment: string;
  /** The columns that are shown. */
  roles: MatrixRole[];
  /** All roles, for the names of bases. */
  all: MatrixRole[];
  slots: Slot[];
  place: Place;
  height: number;
};

/** The roles, each with what it extends. Stays in sight. */
export function GridHead({ environment, roles, all, slots, place, height }: Props) {
  return (
    <thead className="sticky top-0 z-2 bg-canvas">
      <tr aria-rowindex={1}>
        <th
          scope="col"
          aria-colindex={1}
          style={{ height }}
          className="sticky left-0 z-1 border-r border-b border-line bg-canvas px-3 pt-2 text-left align-top font-medium text-quiet"
        >
          <span className="block w-fit rounded-sm" {...place(-1, -1)}>
            Permission
          </span>
        </th>
        {slots.map((slot) => {
          if (slot.kind === 'gap') return <Gap key={`before ${slot.before}`} />;
          const role = roles[slot.index];
          if (!role) return null;
          return (
            <th
              key={role.name}
              scope="col"
              aria-colindex={slot.index + 2}
              style={{ height }}
              className="overflow-hidden border-b border-line bg-canvas px-2 pt-2 text-left align-top font-medium"
            >
              <Link
                href={paths.role(environment, role.name)}
                prefetch={false}
                title={`${role.displayName} (${role.name})`}
                className="block truncate rounded-sm hover:text-accent-text hover:underline"
                {...place(-1, slot.index)}
              >
                {role.displayName}
              </Link>
              <RoleNote role={role} all={all} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Room of what is not drawn. */
export function Gap() {
  return <td aria-hidden="true" className="border-b border-line p-0" />;
}

function RoleNote({ role, all }: { role: MatrixRole; all: MatrixRole[] }) {
  const base =
    role.extends === null
      ? null
      : (all.find(({ name }) => name === role.extends)?.displayName ?? role.extends);
  const defaults = [role.isDefaultMember ? 'member' : '', role.isDefaultCreator ? 'creator' : ''].filter(
    Boolean,
  );
  return (
    <span className="block text-xs font-normal text-quiet">
      {base ? (
        <span className="block truncate" title={`extends ${base}`}>
          extends {isolate(base)}
        </span>
      ) : null}
      {defaults.length > 0 ? <span className="block truncate">default {defaults.join(', ')}</span> : null}
    </span>
  );
}
