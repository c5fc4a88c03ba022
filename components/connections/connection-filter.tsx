import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { connectionStatusWords } from './words';

export type ConnectionSearch = { q: string; type: string; status: string; enabled: string };

type Props = { path: string; search: ConnectionSearch };

const statuses = ['draft', 'in_progress', 'completed'] as const;
const choices = {
  type: { label: 'Type', options: { OIDC: 'OIDC', SAML: 'SAML' } },
  status: {
    label: 'Set-up',
    options: Object.fromEntries(statuses.map((one) => [one, connectionStatusWords[one].label])),
  },
  enabled: { label: 'Sign-in', options: { yes: 'Enabled', no: 'Disabled' } },
} satisfies Record<string, { label: string; options: Record<string, string> }>;

/** What the list of all connections is narrowed by; all of it stands in the address. */
export function ConnectionFilter({ path, search }: Props) {
  return (
    <FilterBar chips={chipsOf(path, search)} clearHref={path} action={path}>
      <div>
        <label htmlFor="connection-text" className="mb-1 block text-table font-medium">
          Organization, key or id
        </label>
        <Input
          key={search.q}
          id="connection-text"
          name="q"
          type="search"
          defaultValue={search.q}
          maxLength={100}
          autoComplete="off"
          className="w-64"
        />
      </div>
      {Object.entries(choices).map(([name, { label, options }]) => (
        <div key={name}>
          <label htmlFor={`connection-${name}`} className="mb-1 block text-table font-medium">
            {label}
          </label>
          <Select
            key={search[name as keyof ConnectionSearch]}
            id={`connection-${name}`}
            name={name}
            defaultValue={search[name as keyof ConnectionSearch]}
            className="w-36"
          >
            <option value="">Any</option>
            {Object.entries(options).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </div>
      ))}
    </FilterBar>
  );
}

function chipsOf(path: string, search: ConnectionSearch): FilterChip[] {
  const without = (name: keyof ConnectionSearch) => withSearch(path, { ...search, [name]: '' });
  const chips: FilterChip[] = search.q
    ? [{ label: `Matches “${isolate(search.q)}”`, removeHref: without('q') }]
    : [];
  for (const [name, { label, options }] of Object.entries(choices)) {
    const words = (options as Record<string, string>)[search[name as keyof ConnectionSearch]];
    if (words) {
      chips.push({ label: `${label} is ${words}`, removeHref: without(name as keyof ConnectionSearch) });
    }
  }
  return chips;
}
