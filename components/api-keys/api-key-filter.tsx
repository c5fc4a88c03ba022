import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';

type Props = {
  path: string;
  /** As it stands in the address, right or wrong; empty for none. */
  typed: string;
  /** What is wrong with it. */
  problem?: string;
};

/** Keys of one user only; the filter stands in the address. */
export function ApiKeyFilter({ path, typed, problem }: Props) {
  const chips = typed && !problem ? [{ label: `User is ${typed}`, removeHref: path }] : [];
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="filter-user" className="mb-1 block text-table font-medium">
          User id
        </label>
        <Input
          id="filter-user"
          name="user"
          key={typed}
          defaultValue={typed}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'filter-user-error' : undefined}
          placeholder="usr_…"
          autoComplete="off"
          spellCheck={false}
          className="w-60 font-mono text-xs"
        />
        {problem ? (
          <p id="filter-user-error" className="mt-1 text-table text-danger-text">
            {problem}
          </p>
        ) : null}
      </div>
    </FilterBar>
  );
}
