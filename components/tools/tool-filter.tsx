import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type ToolFilters, toolViews } from '@/lib/features/tools/schema';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { viewLabels } from './words';

type Props = { path: string; search: ToolFilters };
type TextFilter = Exclude<keyof ToolFilters, 'view'>;

const first: { name: TextFilter; label: string; says: string; most: number }[] = [
  { name: 'text', label: 'Part of a name', says: 'Name holds', most: 100 },
  { name: 'provider', label: 'Provider', says: 'Provider is', most: 50 },
  { name: 'identifier', label: 'Identifier', says: 'Identifier is', most: 100 },
];
const further: typeof first = [
  { name: 'toolName', label: 'Tool name', says: 'Tool is', most: 200 },
  { name: 'connector', label: 'Connection', says: 'Connection is', most: 400 },
  { name: 'accountId', label: 'Account id', says: 'Account is', most: 100 },
  { name: 'organizationId', label: 'Organization id', says: 'Organization is', most: 32 },
  { name: 'userId', label: 'User id', says: 'User is', most: 32 },
];

/** What the address says of the filters: without what is not set. */
export function toolSearch({ view, ...texts }: ToolFilters): Record<string, string> {
  return { ...texts, view: view === 'catalogue' ? '' : view };
}

/** What the list is narrowed by, all of it in the address; the API compares whole values but for a part of a name. */
export function ToolFilter({ path, search }: Props) {
  const now = toolSearch(search);
  const chips: FilterChip[] = [...first, ...further].flatMap(({ name, says }) =>
    search[name]
      ? [{ label: `${says} ${isolate(search[name])}`, removeHref: withSearch(path, { ...now, [name]: '' }) }]
      : [],
  );
  if (search.view !== 'catalogue') {
    chips.push({ label: viewLabels[search.view], removeHref: withSearch(path, { ...now, view: '' }) });
  }
  const field = ({ name, label, most }: (typeof first)[number]) => (
    <div key={name}>
      <label htmlFor={`tool-${name}`} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={search[name]}
        id={`tool-${name}`}
        name={name}
        type="search"
        defaultValue={search[name]}
        maxLength={most}
        autoComplete="off"
        spellCheck={false}
        className="w-48"
      />
    </div>
  );
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      {first.map(field)}
      <div>
        <label htmlFor="tool-view" className="mb-1 block text-table font-medium">
          Of that identifier
        </label>
        <Select key={search.view} id="tool-view" name="view" defaultValue={search.view} className="w-64">
          {toolViews.map((view) => (
            <option key={view} value={view}>
              {viewLabels[view]}
            </option>
          ))}
        </Select>
      </div>
      <details className="w-full text-table" open={further.some(({ name }) => search[name] !== '')}>
        <summary className="w-fit rounded-sm text-quiet hover:text-text">More filters</summary>
        <div className="mt-2 flex flex-wrap gap-3">{further.map(field)}</div>
      </details>
    </FilterBar>
  );
}
