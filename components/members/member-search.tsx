import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';

type Props = {
  path: string;
  /** As it stands in the address. */
  typed: string;
  /** What is wrong with it. */
  problem?: string;
};

/** Finds members by e-mail, id or external id; the search stands in the address. */
export function MemberSearch({ path, typed, problem }: Props) {
  const chips = typed && !problem ? [{ label: `Matches “${typed}”`, removeHref: path }] : [];
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="member-search" className="mb-1 block text-table font-medium">
          E-mail, user id or external id
        </label>
        <Input
          key={typed}
          id="member-search"
          name="q"
          type="search"
          defaultValue={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'member-search-error' : undefined}
          className="w-72"
        />
        {problem ? (
          <p id="member-search-error" className="mt-1 text-table text-danger-text">
            {problem}
          </p>
        ) : null}
      </div>
    </FilterBar>
  );
}
