import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';

export type AppConnectionSearch = { q: string; provider: string };

type Props = {
  path: string;
  search: AppConnectionSearch;
  /** What is wrong with the words. */
  problem?: string;
};

/** What the list is narrowed by; all of it stands in the address. */
export function AppConnectionFilter({ path, search, problem }: Props) {
  const chips: FilterChip[] = [];
  if (search.q && !problem) {
    const removeHref = withSearch(path, { ...search, q: '' });
    chips.push({ label: `Matches “${isolate(search.q)}”`, removeHref });
  }
  if (search.provider) {
    const removeHref = withSearch(path, { ...search, provider: '' });
    chips.push({ label: `Provider is ${isolate(search.provider)}`, removeHref });
  }
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <Words name="q" label="Key, provider or id" value={search.q} maxLength={100} problem={problem} />
      <Words name="provider" label="Provider key" value={search.provider} maxLength={50} />
    </FilterBar>
  );
}

type WordsProps = {
  name: keyof AppConnectionSearch;
  label: string;
  value: string;
  maxLength: number;
  problem?: string;
};

function Words({ name, label, value, maxLength, problem }: WordsProps) {
  const id = `app-connection-${name}`;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={value}
        id={id}
        name={name}
        type="search"
        defaultValue={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        className="w-52"
      />
      {problem ? (
        <p id={`${id}-error`} className="mt-1 text-table text-danger-text">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
