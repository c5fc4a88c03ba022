import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';

type Search = { q: string; kind: string };

const kinds: Record<string, string> = { own: 'Of this environment', scalekit: 'Scalekit’s own' };

/** Permissions by words of their name or description, and by whose they are. */
export function PermissionFilter({ path, search }: { path: string; search: Search }) {
  const { q, kind } = search;
  const chips: FilterChip[] = [];
  if (q) chips.push({ label: `Matches “${isolate(q)}”`, removeHref: withSearch(path, { kind }) });
  if (kind) chips.push({ label: `Kind is ${kinds[kind]}`, removeHref: withSearch(path, { q }) });
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="permission-text" className="mb-1 block text-table font-medium">
          Name or description
        </label>
        <Input
          key={q}
          id="permission-text"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          className="w-72"
        />
      </div>
      <div>
        <label htmlFor="permission-kind" className="mb-1 block text-table font-medium">
          Kind
        </label>
        <Select key={kind} id="permission-kind" name="kind" defaultValue={kind} className="w-44">
          <option value="">All</option>
          {Object.entries(kinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </FilterBar>
  );
}
