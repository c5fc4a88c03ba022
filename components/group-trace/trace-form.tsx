import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';

type Props = { path: string; group: string; person: string };

/** What does not arrive: a group, a person, or a person in a group. Stands in the address. */
export function TraceForm({ path, group, person }: Props) {
  const fields = [
    { name: 'group', label: 'Group: name, id or external id', value: group, most: 256 },
    { name: 'person', label: 'Person: e-mail (optional)', value: person, most: 254 },
  ];
  return (
    <FilterBar chips={[]} clearHref={path} action={path} submitLabel="Find out why">
      {fields.map(({ name, label, value, most }) => (
        <div key={name}>
          <label htmlFor={`trace-${name}`} className="mb-1 block text-table font-medium">
            {label}
          </label>
          <Input
            key={value}
            id={`trace-${name}`}
            name={name}
            defaultValue={value}
            maxLength={most}
            autoComplete="off"
            spellCheck={false}
            className="w-72"
          />
        </div>
      ))}
    </FilterBar>
  );
}
