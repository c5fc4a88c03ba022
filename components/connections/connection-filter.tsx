import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { connectionProviders } from '@/lib/connection-providers';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { providerName } from '@/lib/provider-name';
import { connectionStatusWords } from './words';

export type ConnectionSearch = {
  q: string;
  domain: string;
  provider: string;
  type: string;
  status: string;
  enabled: string;
};

type Props = { path: string; search: ConnectionSearch };

const statuses = ['draft', 'in_progress', 'completed'] as const;
const choices = {
  provider: {
    label: 'Identity provider',
    options: Object.fromEntries(connectionProviders.map((one) => [one, providerName(one)])),
  },
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
      <Words name="q" label="Organization, key or id" value={search.q} maxLength={100} />
      <Words name="domain" label="Domain" value={search.domain} maxLength={320} />
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

type WordsProps = { name: 'q' | 'domain'; label: string; value: string; maxLength: number };

function Words({ name, label, value, maxLength }: WordsProps) {
  return (
    <div>
      <label htmlFor={`connection-${name}`} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={value}
        id={`connection-${name}`}
        name={name}
        type="search"
        defaultValue={value}
        maxLength={maxLength}
        autoComplete="off"
        className="w-40"
      />
    </div>
  );
}

function chipsOf(path: string, search: ConnectionSearch): FilterChip[] {
  const without = (name: keyof ConnectionSearch) => withSearch(path, { ...search, [name]: '' });
  const chips: FilterChip[] = search.q
    ? [{ label: `Matches “${isolate(search.q)}”`, removeHref: without('q') }]
    : [];
  if (search.domain)
    chips.push({ label: `Customer has ${isolate(search.domain)}`, removeHref: without('domain') });
  for (const [name, { label, options }] of Object.entries(choices)) {
    const words = (options as Record<string, string>)[search[name as keyof ConnectionSearch]];
    if (words) {
      chips.push({ label: `${label} is ${words}`, removeHref: without(name as keyof ConnectionSearch) });
    }
  }
  return chips;
}
