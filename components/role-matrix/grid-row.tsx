import Link from 'next/link';
import { paths } from '@/lib/paths';
import type { MatrixPermission, MatrixRole, Origins } from '@/lib/role-matrix';
import { GridCell } from './grid-cell';
import { Gap } from './grid-head';
import type { Slot } from './slots';
import type { Place } from './use-active-cell';
import { rowHeight } from './use-matrix-window';

type Props = {
  environment: string;
  /** Its place among the rows shown. */
  index: number;
  /** Its number in the matrix. */
  row: number;
  permission: MatrixPermission;
  roles: MatrixRole[];
  slots: Slot[];
  origins: ReadonlyMap<string, Origins>;
  /** All roles, for the names of those that permissions come from. */
  names: MatrixRole[];
  rights: { add: boolean; remove: boolean };
  place: Place;
};

/** One permission across the roles. */
export function GridRow(props: Props) {
  const { environment, index, row, permission, roles, slots, origins, names, rights, place } = props;
  return (
    <tr aria-rowindex={index + 2} className="group/row">
      <th
        scope="row"
        aria-colindex={1}
        style={{ height: rowHeight }}
        className="sticky left-0 z-1 overflow-hidden border-r border-b border-line bg-canvas px-3 text-left font-normal group-hover/row:bg-sunken"
      >
        <Link
          href={paths.permission(environment, permission.name)}
          prefetch={false}
          title={permission.description ?? undefined}
          className="block truncate rounded-sm font-mono text-xs hover:text-accent-text hover:underline"
          {...place(index, -1)}
        >
          {permission.name}
        </Link>
      </th>
      {slots.map((slot) => {
        if (slot.kind === 'gap') return <Gap key={`before ${slot.before}`} />;
        const role = roles[slot.index];
        if (!role) return null;
        const from = origins.get(role.name)?.get(row);
        return (
          <td
            key={role.name}
            aria-colindex={slot.index + 2}
            className="overflow-hidden border-b border-line p-0 text-center group-hover/row:bg-sunken"
          >
            <GridCell
              role={role.name}
              permission={permission.name}
              state={from === undefined ? 'none' : from === role.name ? 'direct' : 'inherited'}
              from={from === undefined ? '' : (names.find(({ name }) => name === from)?.displayName ?? from)}
              rights={rights}
              place={place(index, slot.index)}
            />
          </td>
        );
      })}
    </tr>
  );
}
