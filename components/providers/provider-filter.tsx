import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type ProviderKind, providerKinds } from '@/lib/features/providers/schema';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { kindLabels } from './words';

export type ProviderSearch = { q: string; kind: ProviderKind };

type Props = { path: string; search: ProviderSearch };

/** What the list is narrowed by; all of it stands in the address. Without a word it shows the environment's own. */
export function ProviderFilter({ path, search }: Props) {
  const { q, kind } = search;
  const chips: FilterChip[] = [];
  if (q) chips.push({ label: `Matches “${isolate(q)}”`, removeHref: withSearch(path, { kind }) });
  if (kind !== 'custom') {
    chips.push({ label: `Kind is ${kindLabels[kind]}`, removeHref: withSearch(path, { q }) });
  }
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="provider-text" className="mb-1 block text-table font-medium">
          Name, identifier or address
        </label>
        <Input
          key={q}
          id="provider-text"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          className="w-60"
        />
      </div>
      <div>
        <label htmlFor="provider-kind" className="mb-1 block text-table font-medium">
          Kind
        </label>
        <Select key={kind} id="provider-kind" name="kind" defaultValue={kind} className="w-36">
          {providerKinds.map((one) => (
            <option key={one} value={one}>
              {kindLabels[one]}
            </option>
          ))}
        </Select>
      </div>
    </FilterBar>
  );
}
