import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { withSearch } from '@/lib/paths';

/** Only what changed from the start of a day on. */
function SinceField({ value }: { value: string }) {
  return (
    <div>
      <label htmlFor="directory-since" className="mb-1 block text-table font-medium">
        Changed since (UTC)
      </label>
      <Input
        key={value}
        id="directory-since"
        name="since"
        type="date"
        defaultValue={value}
        className="w-44"
      />
    </div>
  );
}

type UserProps = {
  path: string;
  search: { group: string; since: string };
  /** Null where the groups could not be read: the filter then takes none but the one in the address. */
  groups: { id: string; name: string }[] | null;
};

/** Narrows the users of a directory by group and by change. */
export function DirectoryUserFilter({ path, search, groups }: UserProps) {
  const { group, since } = search;
  const all = groups ?? [];
  const name = all.find(({ id }) => id === group)?.name ?? group;
  const options = group && all.every(({ id }) => id !== group) ? [{ id: group, name }, ...all] : all;
  const chips: FilterChip[] = [];
  if (group) chips.push({ label: `Group is ${name}`, removeHref: withSearch(path, { since }) });
  if (since) chips.push({ label: `Changed since ${since}`, removeHref: withSearch(path, { group }) });
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="directory-group" className="mb-1 block text-table font-medium">
          Group
        </label>
        <Select key={group} id="directory-group" name="group" defaultValue={group} className="w-56">
          <option value="">Any group</option>
          {options.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </div>
      <SinceField value={since} />
    </FilterBar>
  );
}

type GroupProps = { path: string; search: { since: string; external: boolean } };

/** Narrows the groups of a directory by change, and widens them to those that are not tracked. */
export function DirectoryGroupFilter({ path, search: { since, external } }: GroupProps) {
  const chips: FilterChip[] = [];
  if (since) {
    const removeHref = withSearch(path, { external: external ? 'yes' : '' });
    chips.push({ label: `Changed since ${since}`, removeHref });
  }
  if (external)
    chips.push({ label: 'With groups that are not tracked', removeHref: withSearch(path, { since }) });
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <SinceField value={since} />
      <div>
        <label htmlFor="directory-external" className="mb-1 block text-table font-medium">
          Groups
        </label>
        <Select
          key={String(external)}
          id="directory-external"
          name="external"
          defaultValue={external ? 'yes' : ''}
          className="w-56"
        >
          <option value="">Tracked only</option>
          <option value="yes">All of the provider</option>
        </Select>
      </div>
    </FilterBar>
  );
}
