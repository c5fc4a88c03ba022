import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { withSearch } from '@/lib/paths';
import { sessionStatusWords } from './session-table';

const sessionStatuses = ['active', 'expired', 'revoked', 'logout'] as const;

/** As they stand in the address; empty ones are not set. */
export type SessionFilters = { status: '' | (typeof sessionStatuses)[number]; since: string; until: string };

/** Sessions by status and day of their start, in UTC. */
export function SessionFilter({ path, filters }: { path: string; filters: SessionFilters }) {
  return (
    <FilterBar chips={chipsOf(path, filters)} clearHref={path} action={path}>
      <div>
        <label htmlFor="filter-status" className="mb-1 block text-table font-medium">
          Status
        </label>
        <Select key={filters.status} id="filter-status" name="status" defaultValue={filters.status}>
          <option value="">Any status</option>
          {sessionStatuses.map((status) => (
            <option key={status} value={status}>
              {sessionStatusWords[status].label}
            </option>
          ))}
        </Select>
      </div>
      <Day name="since" label="Started since (UTC)" value={filters.since} />
      <Day name="until" label="Started until (UTC)" value={filters.until} />
    </FilterBar>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div>
      <label htmlFor={`filter-${name}`} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={value}
        id={`filter-${name}`}
        name={name}
        type="date"
        defaultValue={value}
        className="w-40"
      />
    </div>
  );
}

function chipsOf(path: string, filters: SessionFilters): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (name: keyof SessionFilters, label: string) =>
    chips.push({ label, removeHref: withSearch(path, { ...filters, [name]: '' }) });
  if (filters.status) add('status', `Status is ${sessionStatusWords[filters.status].label}`);
  if (filters.since) add('since', `Started on ${filters.since} or later`);
  if (filters.until) add('until', `Started on ${filters.until} or before`);
  return chips;
}
