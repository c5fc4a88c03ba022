import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { FilterField } from './filter-field';

export type ConfigSearch = { q: string; name: string; provider: string };

/** What the list of configurations is narrowed by; all of it stands in the address. */
export function ConfigFilter({ path, search }: { path: string; search: ConfigSearch }) {
  const chip = (key: keyof ConfigSearch, words: string): FilterChip[] =>
    search[key]
      ? [
          {
            label: `${words} ${isolate(search[key])}`,
            removeHref: withSearch(path, { ...search, [key]: '' }),
          },
        ]
      : [];
  return (
    <FilterBar
      chips={[...chip('q', 'Matches'), ...chip('name', 'Name is'), ...chip('provider', 'Provider is')]}
      clearHref={path}
      action={path}
    >
      <FilterField wide name="q" label="Words, id or server address" value={search.q} maxLength={2048} />
      <FilterField name="name" label="Whole name" value={search.name} maxLength={100} />
      <FilterField name="provider" label="Provider key" value={search.provider} maxLength={50} />
    </FilterBar>
  );
}
