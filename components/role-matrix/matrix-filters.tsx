import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { MatrixSearch } from './search';

type Props = {
  search: MatrixSearch;
  asList: boolean;
  onChange: (part: Partial<MatrixSearch>) => void;
};

/** What is shown; it changes as one types. */
export function MatrixFilters({ search, asList, onChange }: Props) {
  const id = useId();
  return (
    <search className="mb-3 flex flex-wrap items-end gap-3">
      <TextFilter
        id={`${id}-role`}
        label="Filter roles"
        value={search.role}
        onChange={(role) => onChange({ role })}
      />
      <TextFilter
        id={`${id}-permission`}
        label="Filter permissions"
        value={search.permission}
        onChange={(permission) => onChange({ permission })}
      />
      <div>
        <label htmlFor={`${id}-kind`} className="mb-1 block text-table font-medium">
          Permissions
        </label>
        <Select
          id={`${id}-kind`}
          className="w-44"
          value={search.kind}
          onChange={(event) => onChange({ kind: event.target.value as MatrixSearch['kind'] })}
        >
          <option value="">All</option>
          <option value="own">Of this environment</option>
          <option value="scalekit">Scalekit’s own</option>
        </Select>
      </div>
      <fieldset className="flex gap-1">
        <legend className="sr-only">View</legend>
        <Button aria-pressed={!asList} onClick={() => onChange({ view: 'matrix' })}>
          Matrix
        </Button>
        <Button aria-pressed={asList} onClick={() => onChange({ view: 'list' })}>
          List
        </Button>
      </fieldset>
    </search>
  );
}

type TextFilterProps = { id: string; label: string; value: string; onChange: (value: string) => void };

function TextFilter({ id, label, value, onChange }: TextFilterProps) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        id={id}
        type="search"
        value={value}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className="w-56"
      />
    </div>
  );
}
