import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { FilterField } from './filter-field';

export type InstanceSearch = { q: string; config: string; person: string };

/** What the list of instances is narrowed by; all of it stands in the address. */
export function InstanceFilter({ path, search }: { path: string; search: InstanceSearch }) {
  const chip = (key: keyof InstanceSearch, words: string): FilterChip[] =>
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
      chips={[...chip('config', 'Of'), ...chip('person', 'For'), ...chip('q', 'Name holds')]}
      clearHref={path}
      action={path}
    >
      <FilterField name="config" label="Configuration" value={search.config} maxLength={100} />
      <FilterField
        wide
        name="person"
        label="Identifier of the person"
        value={search.person}
        maxLength={255}
      />
      <FilterField name="q" label="Name or id" value={search.q} maxLength={200} />
    </FilterBar>
  );
}
