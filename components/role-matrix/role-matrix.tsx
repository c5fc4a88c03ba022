'use client';

import { useMemo } from 'react';
import { formatQuantity } from '@/lib/format';
import { type RoleMatrix as Matrix, matchesText, originsOf } from '@/lib/role-matrix';
import { MatrixFilters } from './matrix-filters';
import { MatrixGrid } from './matrix-grid';
import { MatrixLegend } from './matrix-legend';
import { RoleList } from './role-list';
import type { MatrixSearch } from './search';
import { useIsNarrow } from './use-is-narrow';
import { useMatrixSearch } from './use-matrix-search';

type Props = {
  environment: string;
  matrix: Matrix;
  /** As it stood in the address. */
  search: MatrixSearch;
  /** May the person give permissions, and take them? */
  rights: { add: boolean; remove: boolean };
};

/** Roles against permissions: a matrix, or on a phone a list; hundreds of each stay usable. */
export function RoleMatrix({ environment, matrix, search: initial, rights }: Props) {
  const { search, change } = useMatrixSearch(initial);
  const isNarrow = useIsNarrow();
  const origins = useMemo(() => originsOf(matrix), [matrix]);
  const roles = useMemo(
    () => matrix.roles.filter((role) => matchesText(search.role, [role.name, role.displayName])),
    [matrix, search.role],
  );
  const rows = useMemo(() => filterRows(matrix, search), [matrix, search]);
  const asList = search.view === 'list' || (search.view === '' && isNarrow);
  const isEmpty = roles.length === 0 || rows.length === 0;
  return (
    <>
      <MatrixFilters search={search} asList={asList} onChange={change} />
      <p role="status" className="mb-2 text-table text-quiet">
        {shownOf(roles.length, matrix.roles.length, 'role')},{' '}
        {shownOf(rows.length, matrix.permissions.length, 'permission')}
      </p>
      {isEmpty ? (
        <p className="border-y border-line py-10 text-quiet">
          {roles.length === 0 ? 'No role matches.' : 'No permission matches.'}
        </p>
      ) : asList ? (
        <RoleList
          environment={environment}
          matrix={matrix}
          roles={roles}
          rows={isFiltered(search) ? rows : null}
          origins={origins}
        />
      ) : (
        // Before hydration a phone would get the matrix, and then the list in its place.
        <div className={search.view === '' ? 'max-md:hidden' : undefined}>
          <MatrixLegend mayChange={rights.add || rights.remove} />
          <MatrixGrid
            environment={environment}
            matrix={matrix}
            roles={roles}
            rows={rows}
            origins={origins}
            rights={rights}
          />
        </div>
      )}
    </>
  );
}

function isFiltered({ permission, kind }: MatrixSearch): boolean {
  return permission.trim() !== '' || kind !== '';
}

function filterRows({ permissions }: Matrix, { permission: typed, kind }: MatrixSearch): number[] {
  return permissions.flatMap(({ name, description, isScalekits }, row) => {
    if (kind !== '' && isScalekits !== (kind === 'scalekit')) return [];
    return matchesText(typed, [name, description]) ? [row] : [];
  });
}

function shownOf(shown: number, all: number, noun: string): string {
  return shown === all ? formatQuantity(all, noun) : `${shown} of ${formatQuantity(all, noun)}`;
}
