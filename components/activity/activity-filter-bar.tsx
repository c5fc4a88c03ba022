import type { ComponentProps } from 'react';
import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  type ActivityFilter,
  activityOutcomes,
  activityPeriods,
  activitySources,
  type FilterKey,
} from '@/lib/activity/filter';
import { withSearch } from '@/lib/paths';
import { activityOutcomeWords, chipsOf, periodWords, sourceWords } from './words';

type Props = {
  path: string;
  clearHref: string;
  filter: ActivityFilter;
  /** Everything that happens has one of these types. */
  types: { value: string; label: string }[];
  /** Set on the pages of one organization, whose id the path already says. */
  organizationId?: string;
};

/** The pickers: the same parameters as the query box, one field for each. */
export function ActivityFilterBar({ path, clearHref, filter, types, organizationId }: Props) {
  const chips = chipsOf(filter)
    .filter(({ key }) => !(organizationId && key === 'organization'))
    .map(({ key, label }) => ({
      label,
      removeHref: withSearch(path, { ...without(filter, key, organizationId), view: 'all' }),
    }));
  const rare: FilterKey[] = [
    'since',
    'until',
    'actor',
    'target',
    'organization',
    'user',
    'connection',
    'text',
  ];
  return (
    <FilterBar chips={chips} clearHref={clearHref} action={path}>
      <Choice
        name="period"
        label="Time"
        value={filter.period}
        any="Any time"
        words={periodWords}
        options={Object.keys(activityPeriods)}
      />
      <div className="min-w-0">
        <label htmlFor="filter-type" className="mb-1 block text-table font-medium">
          Type
        </label>
        <Input
          key={filter.type}
          id="filter-type"
          name="type"
          list="activity-types"
          defaultValue={filter.type}
          placeholder="Any type"
          autoComplete="off"
          spellCheck={false}
          className="w-60"
        />
        <datalist id="activity-types">
          {types.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      </div>
      <Choice
        name="outcome"
        label="Outcome"
        value={filter.outcome}
        any="Any outcome"
        words={Object.fromEntries(
          activityOutcomes.map((one) => [one, activityOutcomeWords[one]?.label ?? one]),
        )}
        options={activityOutcomes}
      />
      <Choice
        name="source"
        label="Source"
        value={filter.source}
        any="Any source"
        words={sourceWords}
        options={activitySources}
      />
      <details open={rare.some((key) => filter[key] !== '' && key !== 'organization')} className="basis-full">
        <summary className="w-fit cursor-pointer rounded-sm text-table text-quiet hover:text-text">
          More fields
        </summary>
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <Field name="since" label="Since (UTC)" filter={filter} placeholder="2026-11-01T08:00" />
          <Field name="until" label="Before (UTC)" filter={filter} placeholder="2026-11-02" />
          <Field name="actor" label="Actor" filter={filter} />
          <Field name="user" label="User id or e-mail" filter={filter} />
          <Field name="connection" label="Connection id" filter={filter} placeholder="conn_…" />
          <Field name="target" label="Target id" filter={filter} />
          {organizationId ? null : (
            <Field name="organization" label="Organization id" filter={filter} placeholder="org_…" />
          )}
          <Field name="text" label="Text" filter={filter} />
        </div>
      </details>
    </FilterBar>
  );
}

function without(filter: ActivityFilter, key: FilterKey, organizationId?: string): Partial<ActivityFilter> {
  return { ...filter, [key]: '', ...(organizationId ? { organization: '' } : {}) };
}

type ChoiceProps = {
  name: FilterKey;
  label: string;
  value: string;
  any: string;
  words: Record<string, string>;
  options: readonly string[];
};

function Choice({ name, label, value, any, words, options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`filter-${name}`} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Select key={value} id={`filter-${name}`} name={name} defaultValue={value} className="min-w-36">
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option] ?? option}
          </option>
        ))}
      </Select>
    </div>
  );
}

type FieldProps = Pick<ComponentProps<'input'>, 'placeholder'> & {
  name: FilterKey;
  label: string;
  filter: ActivityFilter;
};

function Field({ name, label, filter, placeholder }: FieldProps) {
  return (
    <div>
      <label htmlFor={`filter-${name}`} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={filter[name]}
        id={`filter-${name}`}
        name={name}
        defaultValue={filter[name]}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className="w-52"
      />
    </div>
  );
}
