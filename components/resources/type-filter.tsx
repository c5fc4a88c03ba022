import { FilterBar } from '@/components/ui/filter-bar';
import { Select } from '@/components/ui/select';
import { typeOptions } from './words';

/** Which type is listed: the API lists one at a time. */
export function TypeFilter({ path, type }: { path: string; type: string }) {
  return (
    <FilterBar chips={[]} clearHref={path} action={path} submitLabel="Show">
      <div>
        <label htmlFor="resource-type" className="mb-1 block text-table font-medium">
          Type
        </label>
        <Select key={type} id="resource-type" name="type" defaultValue={type}>
          {typeOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </FilterBar>
  );
}
