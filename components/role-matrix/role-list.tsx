import { RowLink } from '@/components/ui/row-link';
import { formatCount, formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';
import type { MatrixRole, Origins, RoleMatrix } from '@/lib/role-matrix';
import { CellMark } from './cell-mark';

type Props = {
  environment: string;
  matrix: RoleMatrix;
  /** The roles that are shown. */
  roles: MatrixRole[];
  /** The permissions that are asked for; null for all. */
  rows: number[] | null;
  origins: ReadonlyMap<string, Origins>;
};

/** Permissions named for one role; the rest are counted. */
const named = 12;

/** The matrix for little room: role by role. With a filter, which of the permissions asked for each has. */
export function RoleList({ environment, matrix, roles, rows, origins }: Props) {
  const nameOf = (name: string) =>
    isolate(matrix.roles.find((role) => role.name === name)?.displayName ?? name);
  return (
    <ul aria-label="Roles" className="border-t border-line">
      {roles.map((role) => {
        const brought = origins.get(role.name) ?? new Map<number, string>();
        const asked = rows?.filter((row) => brought.has(row)) ?? null;
        return (
          <li
            key={role.name}
            className="border-b border-line py-2.5 [content-visibility:auto] [contain-intrinsic-size:auto_64px]"
          >
            <p className="font-medium">
              <RowLink href={paths.role(environment, role.name)} className="text-link">
                {role.displayName}
              </RowLink>
            </p>
            <p className="text-table text-quiet">{notesOf(role, brought, nameOf)}</p>
            {asked ? (
              <Asked matrix={matrix} role={role} asked={asked} brought={brought} nameOf={nameOf} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function notesOf(role: MatrixRole, brought: Origins, nameOf: (name: string) => string): string {
  const inherited = brought.size - role.direct.length;
  const notes = [
    formatQuantity(brought.size, 'permission'),
    inherited > 0 ? `${formatCount(inherited)} inherited` : '',
    role.extends ? `extends ${nameOf(role.extends)}` : '',
    role.isDefaultMember ? 'default for new members' : '',
    role.isDefaultCreator ? 'default for creators' : '',
  ];
  return notes.filter(Boolean).join(' · ');
}

type AskedProps = {
  matrix: RoleMatrix;
  role: MatrixRole;
  asked: number[];
  brought: Origins;
  nameOf: (name: string) => string;
};

function Asked({ matrix, role, asked, brought, nameOf }: AskedProps) {
  if (asked.length === 0) return <p className="mt-1 text-table text-quiet">Has none of those asked for.</p>;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-table">
      {asked.slice(0, named).map((row) => {
        const from = brought.get(row) ?? role.name;
        const isOwn = from === role.name;
        return (
          <li key={row} className="flex items-center gap-1.5">
            <CellMark state={isOwn ? 'direct' : 'inherited'} />
            <span className="font-mono text-xs">{matrix.permissions[row]?.name}</span>
            <span className="text-quiet">{isOwn ? 'its own' : `from ${nameOf(from)}`}</span>
          </li>
        );
      })}
      {asked.length > named ? (
        <li className="text-quiet">and {formatCount(asked.length - named)} more</li>
      ) : null}
    </ul>
  );
}
