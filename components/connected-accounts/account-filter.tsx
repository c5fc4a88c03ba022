import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type StatusFilter, statusFilters } from '@/lib/features/connected-accounts/schema';
import type { AccountAddress } from '@/lib/features/connected-accounts/search';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { filterWords } from './words';

type Name = keyof AccountAddress;

type Props = {
  path: string;
  address: AccountAddress;
  /** Sentences for filters that make no sense. */
  problems: Partial<Record<Name, string>>;
  /** The list is one customer's: it is not asked for again. */
  ofOneCustomer: boolean;
};

const fields: { name: Name; label: string; width: string; placeholder?: string }[] = [
  { name: 'q', label: 'Person, connection or id', width: 'w-52' },
  { name: 'connection', label: 'Connection keys', width: 'w-44', placeholder: 'gmail, slack' },
  { name: 'provider', label: 'Provider key', width: 'w-36' },
  { name: 'organization', label: 'Organization id', width: 'w-48', placeholder: 'org_…' },
  { name: 'user', label: 'User id', width: 'w-48', placeholder: 'usr_…' },
];

const sentences: Record<Name, (value: string) => string> = {
  q: (value) => `Matches “${isolate(value)}”`,
  connection: (value) => `Connection is ${isolate(value)}`,
  provider: (value) => `Provider is ${isolate(value)}`,
  organization: (value) => `Organization is ${isolate(value)}`,
  user: (value) => `User is ${isolate(value)}`,
  status: (value) => `State: ${filterWords(value as StatusFilter)}`,
};

/** What the list is narrowed by; all of it stands in the address. */
export function AccountFilter({ path, address, problems, ofOneCustomer }: Props) {
  const chips: FilterChip[] = (Object.keys(sentences) as Name[])
    .filter((name) => address[name] && !problems[name])
    .filter((name) => !(ofOneCustomer && name === 'organization'))
    .map((name) => ({
      label: sentences[name](address[name]),
      removeHref: withSearch(path, { ...address, [name]: '' }),
    }));
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      {fields
        .filter(({ name }) => !(ofOneCustomer && name === 'organization'))
        .map((field) => (
          <Words key={field.name} {...field} value={address[field.name]} problem={problems[field.name]} />
        ))}
      <div>
        <label htmlFor="account-status" className="mb-1 block text-table font-medium">
          State
        </label>
        <Select
          key={address.status}
          id="account-status"
          name="status"
          defaultValue={address.status}
          aria-invalid={problems.status ? true : undefined}
          aria-describedby={problems.status ? 'account-status-error' : undefined}
          className="w-48"
        >
          {statusFilters.map((status) => (
            <option key={status} value={status}>
              {filterWords(status)}
            </option>
          ))}
        </Select>
        <Problem id="account-status" words={problems.status} />
      </div>
    </FilterBar>
  );
}

type WordsProps = (typeof fields)[number] & { value: string; problem?: string };

function Words({ name, label, width, placeholder, value, problem }: WordsProps) {
  const id = `account-${name}`;
  return (
    <div className={width}>
      <label htmlFor={id} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={value}
        id={id}
        name={name}
        type="search"
        defaultValue={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
      />
      <Problem id={id} words={problem} />
    </div>
  );
}

function Problem({ id, words }: { id: string; words?: string }) {
  return words ? (
    <p id={`${id}-error`} className="mt-1 text-table text-danger-text">
      {words}
    </p>
  ) : null;
}
