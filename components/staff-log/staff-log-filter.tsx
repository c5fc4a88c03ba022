import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type StaffLogFacets, staffLogOutcomes } from '@/lib/features/staff-log/schema';
import { withSearch } from '@/lib/paths';
import { outcomeWords } from './words';

/** The filters as they stand in the address; empty ones are not set. */
export type StaffLogFilters = { person: string; action: string; organization: string; outcome: string };

type Props = {
  path: string;
  filters: StaffLogFilters;
  facets: StaffLogFacets;
  /** False on the pages of one organization, whose id the path already says. */
  byOrganization: boolean;
};

/** Narrows the log by person, action, organization and outcome. */
export function StaffLogFilter({ path, filters, facets, byOrganization }: Props) {
  return (
    <FilterBar chips={chipsOf(path, filters)} clearHref={path} action={path}>
      <Choice name="person" label="Person" value={filters.person} any="Anyone" options={facets.actorEmails} />
      <Choice name="action" label="Action" value={filters.action} any="Any action" options={facets.actions} />
      <Choice
        name="outcome"
        label="Outcome"
        value={filters.outcome}
        any="Any outcome"
        options={staffLogOutcomes}
        words={(outcome) => outcomeWords[outcome as keyof typeof outcomeWords].label}
      />
      {byOrganization ? (
        <div>
          <label htmlFor="filter-organization" className="mb-1 block text-table font-medium">
            Organization id
          </label>
          <Input
            key={filters.organization}
            id="filter-organization"
            name="organization"
            defaultValue={filters.organization}
            placeholder="org_…"
            autoComplete="off"
            spellCheck={false}
            className="w-56 font-mono text-xs"
          />
        </div>
      ) : null}
    </FilterBar>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  any: string;
  options: readonly string[];
  words?: (option: string) => string;
};

function Choice({ name, label, value, any, options, words = (option) => option }: ChoiceProps) {
  const id = `filter-${name}`;
  // A value from a shared address stays selectable even when nothing in the log has it any more.
  const all = value && !options.includes(value) ? [value, ...options] : options;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Select key={value} id={id} name={name} defaultValue={value} className="min-w-40">
        <option value="">{any}</option>
        {all.map((option) => (
          <option key={option} value={option}>
            {words(option)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function chipsOf(path: string, filters: StaffLogFilters): FilterChip[] {
  const sentences: Record<keyof StaffLogFilters, (value: string) => string> = {
    person: (value) => `Person is ${value}`,
    action: (value) => `Action is ${value}`,
    organization: (value) => `Organization is ${value}`,
    outcome: (value) => `Outcome is ${outcomeWords[value as keyof typeof outcomeWords]?.label ?? value}`,
  };
  return Object.entries(filters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({
      label: sentences[name as keyof StaffLogFilters](value),
      removeHref: withSearch(path, { ...filters, [name]: '' }),
    }));
}
