import { isolate } from '@/lib/isolate';
import { FilterBar } from './filter-bar';
import { Input } from './input';

type Props = {
  path: string;
  /** What is searched by: the field's label. */
  label: string;
  /** As it stands in the address. */
  typed: string;
  /** What is wrong with it. */
  problem?: string;
};

/** A search by one text, which stands in the address as `q`. */
export function SearchBar({ path, label, typed, problem }: Props) {
  const chips = typed && !problem ? [{ label: `Matches “${isolate(typed)}”`, removeHref: path }] : [];
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="search-text" className="mb-1 block text-table font-medium">
          {label}
        </label>
        <Input
          key={typed}
          id="search-text"
          name="q"
          type="search"
          defaultValue={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'search-text-error' : undefined}
          className="w-72"
        />
        {problem ? (
          <p id="search-text-error" className="mt-1 text-table text-danger-text">
            {problem}
          </p>
        ) : null}
      </div>
    </FilterBar>
  );
}
